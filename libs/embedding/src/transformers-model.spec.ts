import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ModelLoadError } from './model';
import { loadTransformersModel } from './transformers-model';

// What needs the runtime itself, an ES module that jest cannot load, is in test/normalization/model.spec.ts.
describe('transformers model', () => {
  let directory: string;

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'model-'));
    mkdirSync(join(directory, 'onnx'));
    for (const file of ['tokenizer.json', 'tokenizer_config.json', 'onnx/model_quantized.onnx'])
      writeFileSync(join(directory, file), '{}');
  });

  afterEach(() => rmSync(directory, { recursive: true }));

  it.each(['tokenizer.json', 'tokenizer_config.json', 'onnx/model_quantized.onnx'])(
    'names the missing %s and the folder',
    async (file) => {
      rmSync(join(directory, file));
      const loading = loadTransformersModel(directory);
      await expect(loading).rejects.toThrow(ModelLoadError);
      await expect(loading).rejects.toThrow(`embedding model in ${directory}: ${file} is missing`);
      await expect(loading).rejects.toMatchObject({ directory });
    },
  );

  it('names a folder that does not exist', async () => {
    await expect(loadTransformersModel(join(directory, 'none'))).rejects.toThrow(/none: tokenizer\.json is missing/);
  });
});
