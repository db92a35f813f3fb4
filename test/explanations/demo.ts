import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type OfferEvent, parseOfferEvent, parseProfileEvent, type ProfileEvent } from '@passerelle/contracts';
import { readSettings, toMatchDocument } from '@passerelle/matcher';
import { MatchEngine, MatchIndex, type MatchDocument, parseWeights } from '@passerelle/matching';
import type { NormalizedDocument, NormalizerPool } from '@passerelle/normalization';
import { loadReferentiel } from '@passerelle/rome';

export type Words = Pick<ProfileEvent, 'title' | 'text'>;

const DEMO = join(__dirname, '../../apps/cli/demo');

const linesOf = (file: string): unknown[] =>
  readFileSync(join(DEMO, file), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);

export const OFFERS: readonly OfferEvent[] = linesOf('offers.jsonl').map(parseOfferEvent);
export const PROFILES: readonly ProfileEvent[] = linesOf('profiles.jsonl').map(parseProfileEvent);

/** As the service has them: the demo read by the pool, in an index with the weights that ship. */
export class Demo {
  private constructor(
    private readonly pool: NormalizerPool,
    readonly index: MatchIndex,
  ) {}

  static async read(pool: NormalizerPool): Promise<Demo> {
    const { romeDir, weightsFile } = readSettings(process.env);
    const weights = parseWeights(JSON.parse(readFileSync(weightsFile, 'utf8')) as unknown);
    const demo = new Demo(pool, new MatchIndex(new MatchEngine(await loadReferentiel(romeDir), weights)));
    for (const event of OFFERS) demo.index.put(demo.offer(event, await demo.normalize('offer', event)));
    for (const event of PROFILES) demo.index.put(await demo.profile(event));
    return demo;
  }

  /** @param words what its person may have written instead */
  async profile(event: ProfileEvent, words: Words = event): Promise<MatchDocument> {
    return toMatchDocument({
      kind: 'profile',
      id: event.id,
      normalized: await this.normalize('profile', words),
      event,
    });
  }

  private offer(event: OfferEvent, normalized: NormalizedDocument): MatchDocument {
    return toMatchDocument({ kind: 'offer', id: event.id, normalized, event });
  }

  private normalize(kind: 'offer' | 'profile', { title, text }: Words): Promise<NormalizedDocument> {
    return this.pool.normalize({ kind, title, text });
  }
}

export function byNumber<Event extends { readonly id: string }>(events: readonly Event[], number: string): Event {
  const found = events.find(({ id }) => id.endsWith(number));
  if (found === undefined) throw new Error(`no document ${number} in the demo`);
  return found;
}
