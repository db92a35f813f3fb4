import { readFileSync } from 'node:fs';
import { MatchEngine, MatchIndex, parseWeights } from '@passerelle/matching';
import { toMatchDocument } from '@passerelle/matcher';
import type { NormalizedDocument } from '@passerelle/normalization';
import type { Referentiel } from '@passerelle/rome';

export interface ReadDocument {
  readonly id: string;
  readonly kind: 'offer' | 'profile';
  readonly normalized: NormalizedDocument;
}

/** Scores of every offer for every profile, by profile then offer. */
export function rankAll(
  rome: Referentiel,
  weightsFile: string,
  documents: readonly ReadDocument[],
): Map<string, Map<string, number>> {
  const weights = parseWeights(JSON.parse(readFileSync(weightsFile, 'utf8')));
  const index = new MatchIndex(new MatchEngine(rome, weights));
  for (const { kind, id, normalized } of documents) index.put(toMatchDocument({ kind, id, normalized }));
  return new Map(
    documents
      .filter(({ kind }) => kind === 'profile')
      .map(({ id }) => {
        const list = index.topK({ kind: 'profile', id }, { limit: index.size('offer') });
        return [id, new Map(list.map((match) => [match.id, match.score]))];
      }),
  );
}
