import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { threadId } from 'node:worker_threads';
import { createGunzip } from 'node:zlib';
import { type EmbeddingModel, loadTransformersModel, VectorIndex } from '@passerelle/embedding';
import { loadReferentiel, type Referentiel } from '@passerelle/rome';
import { type Surface, SurfaceIndex } from './surface-index';
import { CONCEPT_WORDINGS, METIER_WORDINGS, readWordings } from './wordings';

export interface KnowledgeLocations {
  /** Compiled référentiel, for example `models/rome/v460`. */
  readonly rome: string;
  /** Embedding model, for example `models/embedding/static-fr-v1`. */
  readonly model: string;
  readonly wordings: string;
  /** Indices shipped ready-made, for example `models/index`; used where they fit the other inputs. */
  readonly index: string;
  /** Where unpacked or built indices are kept; anything in it can be deleted at any time. */
  readonly cache: string;
}

/** Told how far the first-start build of an index is, 0..1. */
export type BuildProgress = (what: 'concepts' | 'metiers', share: number) => void;

/** All that normalization knows: the référentiel, the model, and both indices. */
export interface Knowledge {
  readonly rome: Referentiel;
  readonly model: EmbeddingModel;
  readonly concepts: SurfaceIndex;
  readonly metiers: SurfaceIndex;
}

/** Changes when the form of the built files does. */
const FORMAT = 3;

/** Loads the knowledge; builds what the cache lacks, or what another référentiel, model or wordings had built. */
export async function openKnowledge(at: KnowledgeLocations, progress?: BuildProgress): Promise<Knowledge> {
  const rome = await loadReferentiel(at.rome);
  const model = await loadTransformersModel(at.model);
  const modelDigest = digest(
    readFileSync(join(at.model, 'onnx/model_quantized.onnx')),
    readFileSync(join(at.model, 'tokenizer.json')),
  );
  const open = (what: 'concepts' | 'metiers', surfaces: readonly Surface[]) =>
    openIndex({ what, surfaces, model, modelDigest, at, progress: (share) => progress?.(what, share) });
  return {
    rome,
    model,
    concepts: await open('concepts', conceptSurfaces(rome, at.wordings)),
    metiers: await open('metiers', metierSurfaces(rome, at.wordings)),
  };
}

function conceptSurfaces(rome: Referentiel, wordings: string): Surface[] {
  return [
    ...rome.concepts.map(({ label, index }) => ({ text: label, owner: index, wording: false })),
    ...readWordings(wordings, CONCEPT_WORDINGS, rome).map(({ code, text }) => ({
      text,
      owner: rome.concept(code).index,
      wording: true,
    })),
  ];
}

function metierSurfaces(rome: Referentiel, wordings: string): Surface[] {
  return [
    ...rome.fiches.map(({ label, index }) => ({ text: label, owner: index, wording: false })),
    ...rome.appellations.flatMap(({ forms, fiche }) => forms.map((text) => ({ text, owner: fiche, wording: false }))),
    ...readWordings(wordings, METIER_WORDINGS, rome).map(({ code, text }) => ({
      text,
      owner: rome.fiche(code).index,
      wording: true,
    })),
  ];
}

interface IndexSource {
  readonly what: 'concepts' | 'metiers';
  readonly surfaces: readonly Surface[];
  readonly model: EmbeddingModel;
  readonly modelDigest: string;
  readonly at: KnowledgeLocations;
  readonly progress: (share: number) => void;
}

/**
 * From the cache, else from what is shipped, else built: the first two only where made from these very inputs and whole. A
 * damaged file is replaced, never a reason to stand still.
 */
async function openIndex(source: IndexSource): Promise<SurfaceIndex> {
  const { surfaces, modelDigest, at, what } = source;
  const key = digest(`${FORMAT}`, modelDigest, ...surfaces.map(({ text, owner }) => `${owner}\t${text}\n`)).slice(
    0,
    16,
  );
  const name = `${what}-${key}.hnsw`;
  const file = join(at.cache, name);
  const index = (await whole(file, source)) ?? (await unpacked(join(at.index, name), file, source));
  if (index) return index;
  await build(file, source);
  return (await whole(file, source)) ?? fail(`the index just built in ${at.cache} cannot be read back`);
}

/** The graph and the vectors that it was built over: `NAME.hnsw` and `NAME.hnsw.vectors`, the graph written last. */
const VECTORS = '.vectors';

/** Null where a file is missing, damaged, or does not hold all the surfaces. */
async function whole(file: string, { surfaces, model }: IndexSource): Promise<SurfaceIndex | null> {
  if (!existsSync(file) || !existsSync(file + VECTORS)) return null;
  const vectors = onGrid(await readFile(file + VECTORS));
  const graph = await VectorIndex.load(file, model.dimensions).catch(() => null);
  const complete = graph?.size === surfaces.length && vectors.length === surfaces.length * model.dimensions;
  return complete ? new SurfaceIndex(surfaces, vectors, graph) : null;
}

async function unpacked(shipped: string, file: string, source: IndexSource): Promise<SurfaceIndex | null> {
  const unpack = (suffix: string): Promise<void> =>
    writeAside(file + suffix, (aside) =>
      pipeline(createReadStream(`${shipped}${suffix}.gz`), createGunzip(), createWriteStream(aside)),
    );
  if (!existsSync(`${shipped}.gz`)) return null;
  // A damaged package is as good as none; what the disk refuses, it refuses again when the index is built.
  await unpack(VECTORS)
    .then(() => unpack(''))
    .catch(() => undefined);
  return whole(file, source);
}

/** Written aside and renamed, so that a process killed half-way leaves nothing that looks complete. */
async function writeAside(file: string, write: (aside: string) => Promise<void>): Promise<void> {
  const aside = `${file}.${process.pid}-${threadId}`;
  mkdirSync(dirname(file), { recursive: true });
  try {
    await write(aside);
    renameSync(aside, file);
  } finally {
    rmSync(aside, { force: true });
  }
}

async function build(file: string, { surfaces, model, progress }: IndexSource): Promise<void> {
  const grid = toGrid(await model.encode(surfaces.map((surface) => surface.text)));
  progress(0.1);
  await writeAside(file + VECTORS, (aside) => writeFile(aside, grid));
  const graph = VectorIndex.build(onGrid(grid), { dimensions: model.dimensions }, (done) =>
    progress(0.1 + (0.9 * done) / surfaces.length),
  );
  await writeAside(file, (aside) => {
    graph.save(aside);
    return Promise.resolve();
  });
}

/** Steps per unit: components of unit vectors this long rarely pass a half, where they are cut. */
const STEPS = 254;

/** Components on a grid of 255 values: a cosine changes by less than .001, and a shipped index is a third of the size. */
function toGrid(vectors: Float32Array): Uint8Array {
  const grid = Int8Array.from(vectors, (value) => Math.max(-127, Math.min(127, Math.round(value * STEPS))));
  return new Uint8Array(grid.buffer);
}

function onGrid(bytes: Uint8Array): Float32Array {
  const vectors = new Float32Array(bytes.byteLength);
  new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength).forEach((step, at) => (vectors[at] = step / STEPS));
  return vectors;
}

function fail(message: string): never {
  throw new Error(message);
}

function digest(...parts: readonly (string | Buffer)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
}
