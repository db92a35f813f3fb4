import { memoryUsage } from 'node:process';
import {
  Normalizer,
  openKnowledge,
  openNormalizer,
  SEARCH_BREADTH,
  type SourceDocument,
} from '@passerelle/normalization';
import { normalizerLocations } from '../locations';
import { median, quantile, timed } from './statistics';

interface SpeedFigures {
  readonly texts: number;
  readonly perSecond: number;
  readonly medianMs: number;
  readonly p99Ms: number;
  readonly openMs: number;
  readonly memoryMb: number;
}

/** Whole normalization of each text in turn, in this one thread. */
export async function normalizationSpeed(sources: readonly SourceDocument[], step: () => void): Promise<SpeedFigures> {
  let normalizer: Normalizer | undefined;
  const openMs = await timed(async () => (normalizer = await openNormalizer(normalizerLocations())));
  // The first texts are read by code that is not compiled yet.
  for (const source of sources.slice(0, WARM_UP)) await normalizer?.normalize(source);
  const times: number[] = [];
  for (const source of sources) {
    times.push(await timed(() => normalizer?.normalize(source)));
    step();
  }
  return {
    texts: sources.length,
    perSecond: (1000 * times.length) / times.reduce((sum, time) => sum + time, 0),
    medianMs: median(times),
    p99Ms: quantile(times, 0.99),
    openMs,
    memoryMb: memoryUsage.rss() / 2 ** 20,
  };
}

const WARM_UP = 40;

interface RecallFigures {
  readonly surfaces: number;
  readonly queries: number;
  readonly breadth: number;
  readonly recall20: number;
  readonly graphMs: number;
  readonly exactMs: number;
}

/** Share of the true twenty nearest surfaces that the graph finds, for texts of the benchmark as queries. */
export async function indexRecall(texts: readonly string[]): Promise<RecallFigures> {
  const { concepts, model } = await openKnowledge(normalizerLocations());
  const vectors = await model.encode(texts);
  const graphTimes: number[] = [];
  const exactTimes: number[] = [];
  let found = 0;
  for (let index = 0; index < texts.length; index++) {
    const vector = vectors.subarray(index * model.dimensions, (index + 1) * model.dimensions);
    let near: number[] = [];
    let exact: number[] = [];
    graphTimes.push(await timed(() => (near = concepts.nearest(vector, 20))));
    exactTimes.push(await timed(() => (exact = concepts.nearestExact(vector, 20))));
    const truth = new Set(exact);
    found += near.filter((row) => truth.has(row)).length;
  }
  return {
    surfaces: concepts.surfaces.length,
    queries: texts.length,
    breadth: SEARCH_BREADTH,
    recall20: found / (20 * texts.length),
    graphMs: median(graphTimes),
    exactMs: median(exactTimes),
  };
}
