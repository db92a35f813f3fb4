import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { MatchWeights } from '@passerelle/matching';
import type { Referentiel } from '@passerelle/rome';
import type { Provenance } from '@passerelle/store';
import type { Settings } from '../settings/settings';

/** Everything that decides what is read in a text, beside the code and the référentiel. */
async function filesOf(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** What produces documents and lists in this process: the model version changes whenever a file behind it does. */
export async function currentProvenance(
  { modelDir, normalizationDir, wordingsDir }: Settings,
  referentiel: Referentiel,
  weights: MatchWeights,
): Promise<Provenance> {
  const hash = createHash('sha256');
  for (const directory of [modelDir, normalizationDir, wordingsDir]) {
    for (const file of await filesOf(directory)) hash.update(basename(file)).update(await readFile(file));
  }
  return {
    romeVersion: referentiel.version,
    modelVersion: `${basename(modelDir)}+${hash.digest('hex').slice(0, 12)}`,
    weightsVersion: weights.version,
  };
}
