import { readFileSync } from 'node:fs';
import { MatchEngine, MatchIndex, parseWeights } from '@passerelle/matching';
import type { Referentiel } from '@passerelle/rome';
import { settings } from '../locations';
import { median, quantile, timed } from './statistics';
import { syntheticProfiles } from './synthetic-profiles';

interface TopKFigures {
  readonly profiles: number;
  readonly buildPerSecond: number;
  readonly indexMedianMs: number;
  readonly indexP99Ms: number;
  /** The simple way: every pair scored, then sorted. */
  readonly exhaustiveMedianMs: number;
  readonly heapMb: number;
}

const QUERIES = 100;
const EXHAUSTIVE_QUERIES = 5;
const LIMIT = 20;

/** Exact top-20 of synthetic profiles for synthetic offers, beside scoring every pair in the same run. */
export async function topKLatency(rome: Referentiel, count: number): Promise<TopKFigures> {
  const engine = new MatchEngine(rome, parseWeights(JSON.parse(readFileSync(settings().weightsFile, 'utf8'))));
  const index = new MatchIndex(engine);
  const profiles = syntheticProfiles(rome, count, 1);
  const before = process.memoryUsage();
  const buildMs = await timed(() => {
    for (const profile of profiles) index.put(profile);
  });
  const after = process.memoryUsage();
  const offers = syntheticProfiles(rome, QUERIES, 2).map((profile) => ({ ...profile, kind: 'offer' as const }));
  for (const offer of offers.slice(0, 10)) index.topK(offer, { limit: LIMIT });
  const times: number[] = [];
  for (const offer of offers) times.push(await timed(() => index.topK(offer, { limit: LIMIT })));

  const prepared = profiles.map((profile) => engine.prepare(profile));
  const exhaustive: number[] = [];
  for (const offer of offers.slice(0, EXHAUSTIVE_QUERIES)) {
    const query = engine.prepare(offer);
    let best: { id: string; score: number }[] = [];
    exhaustive.push(
      await timed(() => {
        best = prepared
          .map((profile) => ({ id: profile.document.id, score: engine.score(query, profile) ?? 0 }))
          .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
          .slice(0, LIMIT);
      }),
    );
    const list = index.topK(offer, { limit: LIMIT });
    const same =
      list.length === best.length &&
      list.every((match, rank) => match.id === best[rank]?.id && match.score === best[rank].score);
    if (!same) throw new Error(`the list of ${offer.id} differs from scoring every pair`);
  }
  return {
    profiles: count,
    buildPerSecond: (1000 * count) / buildMs,
    indexMedianMs: median(times),
    indexP99Ms: quantile(times, 0.99),
    exhaustiveMedianMs: median(exhaustive),
    heapMb: (after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers) / 2 ** 20,
  };
}
