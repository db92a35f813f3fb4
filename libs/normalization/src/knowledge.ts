import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
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
const FORMAT = 2;

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
  const { surfaces, model, modelDigest, at, what } = source;
  const key = digest(`${FORMAT}`, modelDigest, ...surfaces.map(({ text, owner }) => `${owner}\t${text}\n`)).slice(
    0,
    16,
  );
  const name = `${what}-${key}.hnsw`;
  const file = join(at.cache, name);
  const graph = (await whole(file, source)) ?? (await unpacked(join(at.index, `${name}.gz`), file, source));
  if (graph) return new SurfaceIndex(surfaces, graph.vectors(), graph);
  await writeAside(file, (aside) => build(aside, source));
  const built = await VectorIndex.load(file, model.dimensions);
  return new SurfaceIndex(surfaces, built.vectors(), built);
}

/** Null where the file is missing, damaged, or does not hold all the surfaces. */
async function whole(file: string, { surfaces, model }: IndexSource): Promise<VectorIndex | null> {
  if (!existsSync(file)) return null;
  const graph = await VectorIndex.load(file, model.dimensions).catch(() => null);
  return graph?.size === surfaces.length ? graph : null;
}

async function unpacked(shipped: string, file: string, source: IndexSource): Promise<VectorIndex | null> {
  if (!existsSync(shipped)) return null;
  const unpack = (aside: string): Promise<void> =>
    pipeline(createReadStream(shipped), createGunzip(), createWriteStream(aside));
  // A damaged package is as good as none; what the disk refuses, it refuses again when the index is built.
  await writeAside(file, unpack).catch(() => undefined);
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
  const vectors = quantized(await model.encode(surfaces.map((surface) => surface.text)));
  progress(0.1);
  const graph = VectorIndex.build(vectors, { dimensions: model.dimensions }, (done) =>
    progress(0.1 + (0.9 * done) / surfaces.length),
  );
  await graph.save(file);
}

/** Steps per unit: components of unit vectors this long rarely pass a half, where they are cut. */
const STEPS = 254;

/** Components on a grid of 255 values: a cosine changes by less than .001, and a shipped index is a third of the size. */
function quantized(vectors: Float32Array): Float32Array {
  return vectors.map((value) => Math.max(-127, Math.min(127, Math.round(value * STEPS))) / STEPS);
}

function digest(...parts: readonly (string | Buffer)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
}
