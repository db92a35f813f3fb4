import fc from 'fast-check';

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Constraints, DocumentKind, FoundConcept, MatchDocument } from '../document';
import { MatchEngine } from '../engine';
import { parseWeights, type MatchWeights } from '../weights';
import { SMALL_ROME } from './fictional-referentiel';

export const NO_CONSTRAINTS: Constraints = {
  contractTypes: [],
  drivingLicences: [],
  languages: [],
  diplomas: [],
  certificates: [],
};

/** The weights that ship. */
export const WEIGHTS: MatchWeights = parseWeights(
  JSON.parse(readFileSync(join(__dirname, '../../../../config/matching-weights.json'), 'utf8')) as unknown,
);

export function smallEngine(weights: MatchWeights = WEIGHTS): MatchEngine {
  return new MatchEngine(SMALL_ROME, weights);
}

/** A document with only what is given. */
export function documentOf(kind: DocumentKind, id: string, parts: Partial<MatchDocument> = {}): MatchDocument {
  return {
    kind,
    id,
    macros: [],
    savoirs: [],
    contextes: [],
    metiers: [],
    constraints: NO_CONSTRAINTS,
    unscorable: null,
    ...parts,
  };
}

export function foundOf(code: string, parts: Partial<FoundConcept> = {}): FoundConcept {
  return { code, confidence: 0.9, evidence: [{ field: 'text', start: 0, end: 4 }], ...parts };
}

/** Few different values, so that ties happen. */
const confidence = fc.constantFrom(0.4, 0.8, 1);
const requirement = fc.constantFrom({}, { requirement: 'exigé' as const }, { requirement: 'souhaité' as const });

const foundAmong = (codes: readonly string[]): fc.Arbitrary<FoundConcept[]> =>
  fc.uniqueArray(
    fc.tuple(fc.constantFrom(...codes), confidence, requirement).map(([code, value, required]) => ({
      ...foundOf(code, { confidence: value }),
      ...required,
    })),
    { selector: ({ code }) => code, maxLength: 4 },
  );

const metiers = fc
  .uniqueArray(fc.constantFrom('M1', 'M2', 'M3', 'M4', 'M5', 'M6'), { maxLength: 6 })
  .map((codes) => codes.map((code, rank) => ({ code, score: 0.5 ** (rank + 1) })));

const constraints = fc
  .record({
    departement: fc.option(fc.constantFrom('33', '2A'), { nil: undefined }),
    contract: fc.constantFrom<readonly string[]>([], ['CDI'], ['CDD', 'CDI']),
  })
  .map(({ departement, contract }): Constraints => ({
    ...NO_CONSTRAINTS,
    contractTypes: contract,
    ...(departement === undefined ? {} : { departement }),
  }));

/** Any document; one in ten is unscorable, and some have nothing to be matched by. */
export const anyDocument = (kind: DocumentKind, id: fc.Arbitrary<string>): fc.Arbitrary<MatchDocument> =>
  fc.record({
    kind: fc.constant(kind),
    id,
    macros: foundAmong(['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'R', 'S']),
    savoirs: foundAmong(['s1', 's2', 's3', 's4']),
    contextes: foundAmong(['c1', 'c2', '300806', '300803']),
    metiers,
    constraints,
    unscorable: fc.oneof(
      { weight: 9, arbitrary: fc.constant(null) },
      { weight: 1, arbitrary: fc.constant('Trop court.') },
    ),
  });

export type IndexEvent =
  | { readonly type: 'put'; readonly document: MatchDocument }
  | { readonly type: 'remove'; readonly kind: DocumentKind; readonly id: string };

/** Puts, updates and removals over a few ids, as they may come. */
export const anyEvents = (ids: readonly string[], maxLength: number): fc.Arbitrary<IndexEvent[]> => {
  const id = fc.constantFrom(...ids);
  const kind = fc.constantFrom<DocumentKind>('offer', 'profile');
  const put = kind.chain((one) => anyDocument(one, id)).map((document): IndexEvent => ({ type: 'put', document }));
  const remove = fc.record({ type: fc.constant('remove' as const), kind, id });
  return fc.array(fc.oneof({ weight: 4, arbitrary: put }, { weight: 1, arbitrary: remove }), { maxLength });
};
