import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';
import { COMPILED_FILE, COMPILED_FORMAT, type CompiledRome, MANIFEST_FILE } from './compiled-format';
import { decodeReferentiel } from './decode-referentiel';
import { RomeFormatError } from './errors';
import { InMemoryReferentiel } from './in-memory-referentiel';
import type { Referentiel } from './referentiel';

/**
 * Loads one compiled version.
 *
 * @param dir folder with `rome.json.br` and `manifest.json`, for example `models/rome/v460`
 * @throws RomeFormatError if a file is missing, damaged or of another format
 */
export async function loadReferentiel(dir: string): Promise<Referentiel> {
  const manifest = parseManifest(await read(join(dir, MANIFEST_FILE)));
  const bytes = await read(join(dir, COMPILED_FILE));
  const digest = createHash('sha256').update(bytes).digest('hex');
  if (digest !== manifest.sha256) {
    throw new RomeFormatError(
      { file: COMPILED_FILE },
      `the content that ${MANIFEST_FILE} names, ${manifest.sha256}`,
      digest,
    );
  }
  const json = (await promisify(brotliDecompress)(bytes)).toString('utf8');
  return new InMemoryReferentiel(decodeReferentiel(JSON.parse(json) as CompiledRome, digest));
}

async function read(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    throw new RomeFormatError({ file: basename(path) }, `a readable file at ${path}`, (error as Error).message);
  }
}

function parseManifest(bytes: Buffer): { sha256: string } {
  let manifest: unknown;
  try {
    manifest = JSON.parse(bytes.toString('utf8'));
  } catch (error) {
    throw new RomeFormatError({ file: MANIFEST_FILE }, 'JSON', (error as Error).message);
  }
  const { format, sha256 } = (manifest ?? {}) as { format?: unknown; sha256?: unknown };
  if (format !== COMPILED_FORMAT) {
    throw new RomeFormatError({ file: MANIFEST_FILE, column: 'format' }, String(COMPILED_FORMAT), String(format));
  }
  if (typeof sha256 !== 'string') {
    throw new RomeFormatError(
      { file: MANIFEST_FILE, column: 'sha256' },
      'the hash of the compiled file',
      typeof sha256,
    );
  }
  return { sha256 };
}
