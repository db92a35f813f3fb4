import { VectorIndex } from '@passerelle/embedding';
import type { Knowledge } from '../knowledge';
import { type Surface, SurfaceIndex } from '../surface-index';
import { tinyRome } from './tiny-rome';
import { WORD_MODEL } from './word-model';

/** Everything that normalization needs, over the fictional référentiel. */
export async function tinyKnowledge(): Promise<Knowledge> {
  const rome = tinyRome();
  return {
    rome,
    model: WORD_MODEL,
    concepts: await surfaceIndex([
      ...rome.concepts.map(({ label, index }) => ({ text: label, owner: index, wording: false })),
      { text: 'faire le pain du matin', owner: 0, wording: true },
    ]),
    metiers: await surfaceIndex(
      rome.appellations.flatMap(({ forms, fiche }) => forms.map((text) => ({ text, owner: fiche, wording: false }))),
    ),
  };
}

async function surfaceIndex(surfaces: readonly Surface[]): Promise<SurfaceIndex> {
  const vectors = await WORD_MODEL.encode(surfaces.map(({ text }) => text));
  return new SurfaceIndex(surfaces, vectors, VectorIndex.build(vectors, { dimensions: WORD_MODEL.dimensions }));
}
