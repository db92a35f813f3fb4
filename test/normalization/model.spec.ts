import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { NormalizerPool } from '@passerelle/normalization';
import { shippedLocations } from './pool';

const run = promisify(execFile);

/** The runtime is an ES module, which jest cannot load: the built library is called in a process of its own. */
async function inNode<Result>(script: string, ...args: string[]): Promise<Result> {
  const whole = `const { loadTransformersModel, ModelLoadError } = require('@passerelle/embedding');
    (async () => { ${script} })().then((result) => process.stdout.write(JSON.stringify(result)));`;
  const { stdout } = await run(process.execPath, ['-e', whole, ...args], { cwd: join(__dirname, '../..') });
  return JSON.parse(stdout) as Result;
}

describe('embedding model', () => {
  const { model } = shippedLocations();
  let copy: string;

  beforeEach(() => {
    copy = mkdtempSync(join(tmpdir(), 'model-'));
    cpSync(model, copy, { recursive: true });
  });
  afterEach(() => rmSync(copy, { recursive: true }));

  it('gives unit vectors in the order of the texts, zeros for one without a word, whatever stands beside them', async () => {
    const { dimensions, together, alone } = await inNode<{ dimensions: number; together: number[]; alone: number[] }>(
      `const model = await loadTransformersModel(process.argv[1]);
       const texts = ['souder', '', 'conduire un camion de nuit', '\\uD800', 'x'.repeat(50000)];
       const alone = await model.encode(['conduire un camion de nuit']);
       return { dimensions: model.dimensions, together: [...await model.encode(texts)], alone: [...alone] };`,
      model,
    );
    const rows = [0, 1, 2, 3, 4].map((row) => together.slice(row * dimensions, (row + 1) * dimensions));
    const norms = rows.map((row) => Math.hypot(...row));
    expect(norms[0]).toBeCloseTo(1, 5);
    expect(norms[1]).toBe(0);
    expect(norms[2]).toBeCloseTo(1, 5);
    for (const norm of norms) expect(Math.min(norm, Math.abs(norm - 1))).toBeLessThan(1e-5);
    rows[2]!.forEach((value, d) => expect(value).toBeCloseTo(alone[d]!, 5));
  });

  it('gives nothing for nothing', async () => {
    const script = 'return (await (await loadTransformersModel(process.argv[1])).encode([])).length;';
    expect(await inNode<number>(script, model)).toBe(0);
  });

  it.each([
    ['onnx/model_quantized.onnx', 'not a graph'],
    ['tokenizer.json', 'not JSON'],
    ['tokenizer_config.json', ''],
  ])('refuses a damaged %s by a typed error that names the folder', async (file, content) => {
    writeFileSync(join(copy, file), content);
    const script = `return loadTransformersModel(process.argv[1]).then(() => null,
      (error) => ({ typed: error instanceof ModelLoadError, message: error.message }));`;
    const refused = await inNode<{ typed: boolean; message: string } | null>(script, copy);
    expect(refused).toMatchObject({ typed: true });
    expect(refused!.message).toContain(`embedding model in ${copy}: `);
  });

  it('stops the start of the pool with the same error', async () => {
    rmSync(join(copy, 'tokenizer.json'));
    const opening = NormalizerPool.open({ locations: { ...shippedLocations(), model: copy }, threads: 1 });
    await expect(opening).rejects.toThrow(/tokenizer\.json is missing/);
  });
});
