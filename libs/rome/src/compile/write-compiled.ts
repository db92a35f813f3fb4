import { mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { COMPILED_FILE, MANIFEST_FILE } from '../compiled-format';
import type { CompiledReferentiel } from './compile-referentiel';

/**
 * Writes the compiled file and its manifest. Both are complete on disk before either takes its name, so a failure leaves
 * what was there; the manifest comes last, and a reader refuses a file that its manifest does not name by hash.
 */
export async function writeCompiled(outDir: string, compiled: CompiledReferentiel): Promise<void> {
  await mkdir(outDir, { recursive: true });
  const files = [
    { path: join(outDir, COMPILED_FILE), bytes: compiled.bytes },
    {
      path: join(outDir, MANIFEST_FILE),
      bytes: Buffer.from(`${JSON.stringify(compiled.manifest, null, 2)}\n`, 'utf8'),
    },
  ].map((file) => ({ ...file, temporary: `${file.path}.${process.pid}.tmp` }));
  try {
    for (const { temporary, bytes } of files) {
      const handle = await open(temporary, 'w');
      try {
        await handle.writeFile(bytes);
        await handle.sync();
      } finally {
        await handle.close();
      }
    }
    for (const { temporary, path } of files) await rename(temporary, path);
  } finally {
    for (const { temporary } of files) await rm(temporary, { force: true });
  }
}
