import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BoostedTreesFile } from './boosted-trees';
import { type BuildProgress, type KnowledgeLocations, openKnowledge } from './knowledge';
import { Normalizer } from './normalizer';
import { type Baseline, BASELINES, type NormalizerParameters, READER_PARAMETERS } from './parameters';

export interface NormalizerLocations extends KnowledgeLocations {
  /** Trees and thresholds fitted on the training part, for example `models/normalization`. */
  readonly fitted: string;
}

async function readParameters(fitted: string): Promise<NormalizerParameters> {
  const json = async (file: string): Promise<unknown> => JSON.parse(await readFile(join(fitted, file), 'utf8'));
  return {
    reader: READER_PARAMETERS,
    thresholds: (await json('thresholds.json')) as NormalizerParameters['thresholds'],
    mentionTrees: (await json('mention-trees.json')) as BoostedTreesFile,
    unitTrees: (await json('unit-trees.json')) as BoostedTreesFile,
  };
}

/** Loads everything in this thread: use {@link NormalizerPool} where the thread must stay free. */
export async function openNormalizer(
  at: NormalizerLocations,
  options: { readonly baseline?: Baseline | undefined; readonly progress?: BuildProgress } = {},
): Promise<Normalizer> {
  const knowledge = await openKnowledge(at, options.progress);
  return new Normalizer(knowledge, options.baseline ? BASELINES[options.baseline] : await readParameters(at.fitted));
}
