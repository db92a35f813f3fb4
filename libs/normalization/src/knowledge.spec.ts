import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Knowledge, type KnowledgeLocations, openKnowledge } from './knowledge';
import { tinyRome } from './testing/tiny-rome';
import { WORD_MODEL } from './testing/word-model';
import { CONCEPT_WORDINGS, METIER_WORDINGS } from './wordings';

// The real model and référentiel are tested through the pool, in test/normalization.
jest.mock('@passerelle/embedding', () => ({
  ...jest.requireActual<object>('@passerelle/embedding'),
  loadTransformersModel: () => Promise.resolve(WORD_MODEL),
}));
jest.mock('@passerelle/rome', () => ({ loadReferentiel: () => Promise.resolve(tinyRome()) }));

describe('knowledge', () => {
  let home: string;
  let at: KnowledgeLocations;

  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'knowledge-'));
    const folder = (name: string): string => join(home, name);
    at = {
      rome: 'tiny',
      model: folder('model'),
      wordings: folder('words'),
      index: folder('index'),
      cache: folder('cache'),
    };
    mkdirSync(join(at.model, 'onnx'), { recursive: true });
    writeFileSync(join(at.model, 'onnx/model_quantized.onnx'), 'graph');
    writeFileSync(join(at.model, 'tokenizer.json'), '{}');
    mkdirSync(at.wordings);
    for (const file of [...CONCEPT_WORDINGS, ...METIER_WORDINGS]) writeFileSync(join(at.wordings, file), '');
    writeFileSync(join(at.wordings, CONCEPT_WORDINGS[0]), '100\toral\tfaire le pain du matin\n');
    mkdirSync(at.index);
  });

  afterEach(() => rmSync(home, { recursive: true }));

  const cached = (): string[] => readdirSync(at.cache).sort();
  const builds = async (): Promise<{ knowledge: Knowledge; built: string[] }> => {
    const built = new Set<string>();
    return { knowledge: await openKnowledge(at, (what) => built.add(what)), built: [...built] };
  };

  async function finds({ concepts, model }: Knowledge): Promise<number | undefined> {
    const [best] = concepts.search('pétrir une pâte', await model.encode(['pétrir une pâte'])).keys();
    return best;
  }

  it('is built at the first start, read at the next, and the same both times', async () => {
    const first = await builds();
    expect(first.built).toEqual(['concepts', 'metiers']);
    expect(cached()).toEqual([
      expect.stringMatching(/^concepts-\w{16}\.hnsw$/),
      expect.stringMatching(/^concepts-\w{16}\.hnsw\.vectors$/),
      expect.stringMatching(/^metiers-\w{16}\.hnsw$/),
      expect.stringMatching(/^metiers-\w{16}\.hnsw\.vectors$/),
    ]);
    const second = await builds();
    expect(second.built).toEqual([]);
    expect(await finds(first.knowledge)).toBe(1);
    expect(await finds(second.knowledge)).toBe(1);
    expect(second.knowledge.concepts.vector(0)).toEqual(first.knowledge.concepts.vector(0));
  });

  it.each([
    ['the graph of the model', () => join(at.model, 'onnx/model_quantized.onnx')],
    ['its tokenizer', () => join(at.model, 'tokenizer.json')],
  ])('is built anew when %s changes', async (_, file) => {
    await builds();
    appendFileSync(file(), ' ');
    expect((await builds()).built).toEqual(['concepts', 'metiers']);
  });

  it('is built anew where only one wordings file changed, for that index alone', async () => {
    await builds();
    appendFileSync(join(at.wordings, CONCEPT_WORDINGS[1]), '200\toral\ttravailler à plusieurs\n');
    expect((await builds()).built).toEqual(['concepts']);
  });

  it('takes what is shipped where it was made from these inputs, else builds', async () => {
    await builds();
    for (const name of cached())
      writeFileSync(join(at.index, `${name}.gz`), gzipSync(readFileSync(join(at.cache, name))));
    rmSync(at.cache, { recursive: true });
    const unpacked = await builds();
    expect(unpacked.built).toEqual([]);
    expect(await finds(unpacked.knowledge)).toBe(1);
    rmSync(at.cache, { recursive: true });
    appendFileSync(join(at.model, 'tokenizer.json'), ' ');
    expect((await builds()).built).toEqual(['concepts', 'metiers']);
  });

  it.each<[string, (bytes: Buffer) => Buffer]>([
    ['empty', () => Buffer.alloc(0)],
    ['cut short', (bytes) => bytes.subarray(0, bytes.length / 2)],
    ['not an index', () => Buffer.from('not an index at all, and not short either'.repeat(20))],
    ['lacking its end', (bytes) => bytes.subarray(0, bytes.length - 1)],
  ])('is built anew when a cached file is %s', async (_, damage) => {
    await builds();
    const [name] = cached();
    const file = join(at.cache, name!);
    const whole = statSync(file).size;
    writeFileSync(file, damage(readFileSync(file)));
    const { knowledge, built } = await builds();
    expect(built).toEqual(['concepts']);
    expect(await finds(knowledge)).toBe(1);
    expect(statSync(file).size).toBe(whole);
  });

  it('is built when what is shipped is damaged', async () => {
    await builds();
    for (const name of cached()) {
      const packed = gzipSync(readFileSync(join(at.cache, name)));
      writeFileSync(join(at.index, `${name}.gz`), packed.subarray(0, packed.length / 2));
    }
    rmSync(at.cache, { recursive: true });
    const { knowledge, built } = await builds();
    expect(built).toEqual(['concepts', 'metiers']);
    expect(await finds(knowledge)).toBe(1);
  });

  it('leaves nothing half-written behind', async () => {
    await builds();
    expect(cached().filter((name) => !/\.hnsw(\.vectors)?$/u.test(name))).toEqual([]);
  });
});
