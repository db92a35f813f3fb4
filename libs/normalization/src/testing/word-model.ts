import type { EmbeddingModel } from '@passerelle/embedding';
import { terms } from '../lexical-index';

const DIMENSIONS = 64;

/** A model without training: texts are near by the stems that they share. */
export const WORD_MODEL: EmbeddingModel = {
  name: 'words',
  dimensions: DIMENSIONS,
  encode: (texts) => {
    const vectors = new Float32Array(texts.length * DIMENSIONS);
    texts.forEach((text, row) => {
      for (const term of terms(text)) vectors[row * DIMENSIONS + place(term)]! += 1;
      const own = vectors.subarray(row * DIMENSIONS, (row + 1) * DIMENSIONS);
      const norm = Math.hypot(...own) || 1;
      own.forEach((value, d) => (own[d] = value / norm));
    });
    return Promise.resolve(vectors);
  },
};

function place(term: string): number {
  let hash = 7;
  for (const character of term) hash = (hash * 31 + character.codePointAt(0)!) % 1_000_003;
  return hash % DIMENSIONS;
}
