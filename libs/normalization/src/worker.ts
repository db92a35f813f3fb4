import { parentPort, workerData } from 'node:worker_threads';
import type { NormalizedDocument, SourceDocument } from './normalized-document';
import type { LinkCandidate, Normalizer } from './normalizer';
import type { Baseline } from './parameters';
import { type NormalizerLocations, openNormalizer } from './open-normalizer';

/** What a worker tells while it builds an index at first start. */
export interface BuildMessage {
  readonly what: 'concepts' | 'metiers';
  readonly share: number;
}

export interface WorkerData {
  readonly locations: NormalizerLocations;
  readonly baseline: Baseline | undefined;
}

const { locations, baseline } = workerData as WorkerData;

let opened: Promise<Normalizer> | undefined;

function normalizer(): Promise<Normalizer> {
  opened ??= openNormalizer(locations, {
    baseline,
    progress: (what, share) => parentPort?.postMessage({ what, share } satisfies BuildMessage),
  });
  return opened;
}

export async function warm(): Promise<void> {
  await normalizer();
}

export async function normalize(source: SourceDocument): Promise<NormalizedDocument> {
  return (await normalizer()).normalize(source);
}

export async function link(task: { source: SourceDocument; spans: readonly string[] }): Promise<LinkCandidate[][]> {
  return (await normalizer()).link(task.source, task.spans);
}
