import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
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
  /** Where built indices are kept; anything in it can be deleted at any time. */
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
const FORMAT = 1;

/** Loads the knowledge; builds what the cache lacks, or what another référentiel, model or wordings had built. */
export async function openKnowledge(at: KnowledgeLocations, progress?: BuildProgress): Promise<Knowledge> {
  const rome = await loadReferentiel(at.rome);
  const model = await loadTransformersModel(at.model);
  const modelDigest = digest(readFileSync(join(at.model, 'onnx/model_quantized.onnx')), readFileSync(join(at.model, 'tokenizer.json')));
  const open = (what: 'concepts' | 'metiers', surfaces: readonly Surface[]) =>
    openIndex({ what, surfaces, model, modelDigest, cache: at.cache, progress: (share) => progress?.(what, share) });
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
  readonly what: string;
  readonly surfaces: readonly Surface[];
  readonly model: EmbeddingModel;
  readonly modelDigest: string;
  readonly cache: string;
  readonly progress: (share: number) => void;
}

async function openIndex(source: IndexSource): Promise<SurfaceIndex> {
  const { surfaces, model, modelDigest, cache, what } = source;
  const key = digest(`${FORMAT}`, modelDigest, ...surfaces.map(({ text, owner }) => `${owner}\t${text}\n`)).slice(0, 16);
  const directory = join(cache, `${what}-${key}`);
  if (!existsSync(directory)) await build(directory, source);
  const bytes = await readFile(join(directory, 'vectors.f32'));
  const vectors = new Float32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4);
  const graph = await VectorIndex.load(join(directory, 'graph.hnsw'), model.dimensions);
  return new SurfaceIndex(surfaces, vectors, graph);
}

async function build(directory: string, { surfaces, model, progress }: IndexSource): Promise<void> {
  // Built aside and renamed, so that a process killed half-way leaves nothing that looks complete.
  const aside = `${directory}.${process.pid}`;
  mkdirSync(aside, { recursive: true });
  try {
    const vectors = await model.encode(surfaces.map((surface) => surface.text));
    progress(0.1);
    const graph = VectorIndex.build(vectors, { dimensions: model.dimensions }, (done) =>
      progress(0.1 + (0.9 * done) / surfaces.length),
    );
    writeFileSync(join(aside, 'vectors.f32'), new Uint8Array(vectors.buffer, vectors.byteOffset, vectors.byteLength));
    await graph.save(join(aside, 'graph.hnsw'));
    if (!existsSync(directory)) renameSync(aside, directory);
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

function digest(...parts: readonly (string | Buffer)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
}
