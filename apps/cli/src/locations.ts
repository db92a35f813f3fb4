import { join, resolve } from 'node:path';
import type { NormalizerLocations } from '@passerelle/normalization';

/** The checkout (or installed package) this command runs from. */
export const HOME = resolve(__dirname, '../../..');

export const NORMALIZER_LOCATIONS: NormalizerLocations = {
  rome: join(HOME, 'models/rome/v460'),
  model: join(HOME, 'models/embedding/static-fr-v1'),
  wordings: join(HOME, 'models/wordings'),
  fitted: join(HOME, 'models/normalization'),
  cache: process.env.PASSERELLE_CACHE_DIR ?? join(HOME, '.cache'),
};

export const WEIGHTS_FILE = join(HOME, 'config/matching-weights.json');
