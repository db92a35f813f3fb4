// Compares what transformers.js gives with Python's vectors, and measures the speed of one thread.
// usage: node node.mjs MODEL_FOLDER REFERENCE.json   (run where @xenova/transformers 2.17.2 can be resolved)
import { readFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const [folder, reference] = process.argv.slice(2).map((p) => resolve(p));
const require = createRequire(pathToFileURL(resolve('package.json')));
const { env, pipeline, AutoModel, AutoTokenizer } = await import(pathToFileURL(require.resolve('@xenova/transformers')));
env.allowRemoteModels = false;
env.localModelPath = dirname(folder);
const name = basename(folder);

const { texts, ids, vectors } = JSON.parse(readFileSync(reference, 'utf8'));
const load = performance.now();
const extract = await pipeline('feature-extraction', name, { quantized: true });
console.log(`load ${(performance.now() - load).toFixed(0)} ms`);

let worst = 1, differing = 0;
for (let i = 0; i < texts.length; i += 50) {
  const out = await extract(texts.slice(i, i + 50), { pooling: 'none' });
  const [n, , dim] = out.dims;
  for (let r = 0; r < n; r++) {
    let dot = 0, a = 0, b = 0;
    for (let d = 0; d < dim; d++) {
      const x = out.data[r * dim + d], y = vectors[i + r][d];
      dot += x * y; a += x * x; b += y * y;
    }
    if (b > 0) worst = Math.min(worst, dot / Math.sqrt(a * b));
  }
}
const tokenizer = await AutoTokenizer.from_pretrained(name);
texts.forEach((t, i) => {
  const got = tokenizer.encode(t);
  if (got.join() !== ids[i].slice(0, got.length).join() || got.length < Math.min(ids[i].length, 4096)) { differing++; if (differing < 4) console.log(JSON.stringify(t), got, ids[i]); }
});
console.log(`${texts.length} texts: worst cosine to Python ${worst.toFixed(6)}, token lists that differ ${differing}`);

const model = await AutoModel.from_pretrained(name, { quantized: true });
const named = await model(await tokenizer(['souder des pièces']));
console.log(Object.entries(named).map(([k, v]) => `${k} [${v.dims}]`).join(', '));

const clauses = texts.filter((t) => t.split(' ').length >= 5 && t.split(' ').length <= 12).slice(0, 400);
const speed = async (run) => {
  await run(clauses.slice(0, 50));
  const t0 = performance.now();
  let n = 0;
  while (performance.now() - t0 < 3000) for (let i = 0; i + 50 <= clauses.length; i += 50) { await run(clauses.slice(i, i + 50)); n += 50; }
  return Math.round((n * 1000) / (performance.now() - t0));
};
console.log(`${await speed((b) => extract(b, { pooling: 'none' }))} clauses/s through the pipeline, batches of 50`);
console.log(`${await speed((b) => tokenizer(b, { padding: true, truncation: true }))} clauses/s for the tokenizer alone`);
