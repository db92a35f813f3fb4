import { join, resolve } from 'node:path';
import { readSettings, type Settings } from '@passerelle/matcher';
import type { NormalizerLocations } from '@passerelle/normalization';

/** The checkout (or installed package) this command runs from. */
export const HOME = resolve(__dirname, '../../..');

export const DEMO_DIRECTORY = join(HOME, 'apps/cli/demo');

/**
 * The settings of the service, which every command shares, so that both read with the same model and weights.
 * @throws SettingsError
 */
export function settings(): Settings {
  return readSettings(process.env);
}

/** @throws SettingsError */
export function normalizerLocations(): NormalizerLocations {
  const { romeDir, modelDir, wordingsDir, indexDir, normalizationDir, cacheDir } = settings();
  return {
    rome: romeDir,
    model: modelDir,
    wordings: wordingsDir,
    index: indexDir,
    fitted: normalizationDir,
    cache: cacheDir,
  };
}
