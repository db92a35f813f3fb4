/**
 * Sparse vectors in fixed point. Every value is a whole multiple of a power of two, few enough bits wide that all products
 * and sums of the score are exact in a double. Exact sums do not depend on their order: a score is the same bits whether
 * it is accumulated through the inverted index or computed for one pair, and whichever side asks.
 */
export interface SparseVector {
  /** Ascending, each once. */
  readonly dims: Int32Array;
  /** All positive. */
  readonly values: Float64Array;
}

/**
 * Bits after the binary point. A block is at most 1, so its sums are exact while the bits of the factors of one product
 * add up to at most 53: 20 + 12 + 20 for macros and their couplings, 18 + 16 + 18 for fiches and their proximities.
 */
export const VALUE_BITS = 20;
export const COUPLING_BITS = 12;
export const SHARE_BITS = 18;
export const PROXIMITY_BITS = 16;

const EMPTY_VECTOR: SparseVector = { dims: new Int32Array(0), values: new Float64Array(0) };

/** Downwards, never to nearest: a rounded unit vector stays within the unit ball, so a block never exceeds 1. */
export function fixedPoint(value: number, bits: number): number {
  const scale = 2 ** bits;
  return Math.floor(value * scale) / scale;
}

/** Divides by `norm`, rounds down to `bits` and leaves out what became 0. */
export function unitVector(entries: ReadonlyMap<number, number>, norm: number, bits: number): SparseVector {
  if (!(norm > 0)) return EMPTY_VECTOR;
  const kept = [...entries]
    .map(([dim, value]): [number, number] => [dim, fixedPoint(value / norm, bits)])
    .filter(([, value]) => value > 0)
    .sort(([a], [b]) => a - b);
  return { dims: Int32Array.from(kept, ([dim]) => dim), values: Float64Array.from(kept, ([, value]) => value) };
}

export function dot(a: SparseVector, b: SparseVector): number {
  let sum = 0;
  let i = 0;
  let j = 0;
  while (i < a.dims.length && j < b.dims.length) {
    const gap = a.dims[i]! - b.dims[j]!;
    if (gap === 0) sum += a.values[i]! * b.values[j]!;
    if (gap <= 0) i++;
    if (gap >= 0) j++;
  }
  return sum;
}

/** The value at one dimension; 0 where there is none. */
export function valueAt(vector: SparseVector, dim: number): number {
  const i = positionOf(vector, dim);
  return i < 0 ? 0 : vector.values[i]!;
}

/** Position of a dimension in `dims`, or -1. */
export function positionOf({ dims }: SparseVector, dim: number): number {
  let low = 0;
  let high = dims.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    if (dims[middle]! === dim) return middle;
    if (dims[middle]! < dim) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
