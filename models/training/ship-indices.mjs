/** Packs the indices that the product builds at first start into models/index, so that a first start takes no minute. */
import { createReadStream, createWriteStream, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';

const { openKnowledge } = createRequire(import.meta.url)('@passerelle/normalization');
const root = join(import.meta.dirname, '../..');
const index = join(root, 'models/index');
const cache = mkdtempSync(join(tmpdir(), 'passerelle-index-'));
rmSync(index, { recursive: true, force: true });
mkdirSync(index, { recursive: true });
await openKnowledge({
  rome: join(root, 'models/rome/v460'),
  model: join(root, 'models/embedding/static-fr-v1'),
  wordings: join(root, 'models/wordings'),
  index,
  cache,
});
for (const name of readdirSync(cache)) {
  await pipeline(createReadStream(join(cache, name)), createGzip({ level: 9 }), createWriteStream(join(index, `${name}.gz`)));
}
rmSync(cache, { recursive: true });
