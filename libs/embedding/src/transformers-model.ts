import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { type EmbeddingModel, ModelLoadError } from './model';

/** Longer texts are cut, so that memory stays bounded. */
const MAX_CHARACTERS = 20_000;
const BATCH = 64;

interface OutputTensor {
  readonly data: Float32Array;
  readonly dims: readonly number[];
}

/**
 * Loads any transformers.js feature-extraction model (`tokenizer.json`, `tokenizer_config.json`, `onnx/model_quantized.onnx`) from
 * a local folder. A graph that pools itself gives `sentence_embedding`; else token vectors are mean-pooled here.
 * Nothing is ever fetched: remote loading is off.
 *
 * @throws ModelLoadError when a file is missing or the runtime refuses it.
 * @see https://huggingface.co/docs/transformers.js/v2.17.2/api/env
 */
export async function loadTransformersModel(directory: string): Promise<EmbeddingModel> {
  const root = resolve(directory);
  for (const file of ['tokenizer.json', 'tokenizer_config.json', 'onnx/model_quantized.onnx']) {
    if (!existsSync(join(root, file))) throw new ModelLoadError(root, `${file} is missing`);
  }
  const { AutoTokenizer, env } = await import('@xenova/transformers');
  env.allowRemoteModels = false;
  env.localModelPath = dirname(root);
  const name = basename(root);
  const load = async () => {
    const tokenizer = await AutoTokenizer.from_pretrained(name, { local_files_only: true });
    // `AutoModel` gives no way to set the threads of its session: by default every core spins between two small batches,
    // which doubles the processor time. Workers are how we use several cores.
    const session = await InferenceSession.create(join(root, 'onnx/model_quantized.onnx'), {
      intraOpNumThreads: 1,
      interOpNumThreads: 1,
      executionMode: 'sequential',
      graphOptimizationLevel: 'all',
    });
    return { tokenizer, session };
  };
  const { tokenizer, session } = await load().catch((cause: unknown) => {
    throw new ModelLoadError(root, cause instanceof Error ? cause.message : String(cause));
  });

  const run = async (texts: readonly string[]): Promise<OutputTensor> => {
    // Arrays, not tensors: those of transformers.js are made for the runtime of its own time.
    const encoded = tokenizer(
      texts.map((text) => text.slice(0, MAX_CHARACTERS)),
      { padding: true, truncation: true, return_tensor: false },
    ) as Record<string, number[][]>;
    const tensor = (rows: readonly number[][]): Tensor =>
      new Tensor('int64', BigInt64Array.from(rows.flat(), BigInt), [rows.length, rows[0]?.length ?? 0]);
    const rowsFor = (input: string): number[][] => {
      // Not every tokenizer tells segments to a graph that asks for them: all is one segment then, as in transformers.js.
      const rows =
        encoded[input] ?? (input === 'token_type_ids' ? encoded.input_ids?.map((ids) => ids.map(() => 0)) : undefined);
      if (rows === undefined)
        throw new ModelLoadError(root, `its graph asks for ${input}, which its tokenizer does not give`);
      return rows;
    };
    const inputs = Object.fromEntries(session.inputNames.map((input) => [input, tensor(rowsFor(input))]));
    const outputs = (await session.run(inputs)) as unknown as Record<string, OutputTensor>;
    if (outputs.sentence_embedding) return outputs.sentence_embedding;
    if (outputs.last_hidden_state)
      return meanPool(outputs.last_hidden_state, inputs.attention_mask!.data as BigInt64Array);
    throw new ModelLoadError(
      root,
      `gives ${Object.keys(outputs).join(', ')}, not sentence_embedding or last_hidden_state`,
    );
  };

  const dimensions = (await run(['compétence'])).dims.at(-1) ?? 0;
  return {
    name,
    dimensions,
    async encode(texts) {
      const vectors = new Float32Array(texts.length * dimensions);
      // Texts of like length share a batch, so that little of it is padding.
      const order = texts
        .map((_, index) => index)
        .sort((a, b) => (texts[a] ?? '').length - (texts[b] ?? '').length || a - b);
      for (let from = 0; from < order.length; from += BATCH) {
        const batch = order.slice(from, from + BATCH);
        const { data } = await run(batch.map((index) => texts[index] ?? ''));
        batch.forEach((index, row) =>
          vectors.set(data.subarray(row * dimensions, (row + 1) * dimensions), index * dimensions),
        );
      }
      normalizeRows(vectors, dimensions);
      return vectors;
    },
  };
}

function meanPool(hidden: OutputTensor, mask: BigInt64Array): OutputTensor {
  const [rows = 0, length = 0, dimensions = 0] = hidden.dims;
  const data = new Float32Array(rows * dimensions);
  for (let row = 0; row < rows; row++) {
    for (let token = 0; token < length; token++) {
      if (mask[row * length + token] === 0n) continue;
      const from = (row * length + token) * dimensions;
      for (let d = 0; d < dimensions; d++) data[row * dimensions + d]! += hidden.data[from + d] ?? 0;
    }
  }
  return { data, dims: [rows, dimensions] };
}

function normalizeRows(vectors: Float32Array, dimensions: number): void {
  for (let from = 0; from < vectors.length; from += dimensions) {
    let squares = 0;
    for (let d = from; d < from + dimensions; d++) squares += (vectors[d] ?? 0) ** 2;
    if (squares === 0 || Math.abs(squares - 1) < 1e-6) continue;
    const scale = 1 / Math.sqrt(squares);
    for (let d = from; d < from + dimensions; d++) vectors[d]! *= scale;
  }
}
