import { readSettings } from '@passerelle/matcher';
import { type NormalizerLocations, NormalizerPool, type SourceDocument } from '@passerelle/normalization';

/** The référentiel, model and fitted parameters of the project, wherever its settings say they are. */
export function shippedLocations(): NormalizerLocations {
  const { romeDir, modelDir, wordingsDir, indexDir, normalizationDir, cacheDir } = readSettings(process.env);
  return {
    rome: romeDir,
    model: modelDir,
    wordings: wordingsDir,
    index: indexDir,
    fitted: normalizationDir,
    cache: cacheDir,
  };
}

/** The first start builds the indices where none that fits is shipped. */
export const STARTED_WITHIN_MS = 60_000;

/** Worker threads that run what was built, as the service has them. */
export function openShippedPool(threads = 1): Promise<NormalizerPool> {
  return NormalizerPool.open({ locations: shippedLocations(), threads });
}

export const offer = (text: string, title = ''): SourceDocument => ({ kind: 'offer', title, text });
export const profile = (text: string, title = ''): SourceDocument => ({ kind: 'profile', title, text });
