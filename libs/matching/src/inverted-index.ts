import { positionOf, type SparseVector } from './sparse-vector';

/** Documents that have one dimension, with their value there. */
class Postings {
  slots = new Int32Array(4);
  values = new Float32Array(4);
  length = 0;

  /** @returns the position taken */
  push(slot: number, value: number): number {
    if (this.length === this.slots.length) {
      this.slots = grown(this.slots, new Int32Array(2 * this.length));
      this.values = grown(this.values, new Float32Array(2 * this.length));
    }
    this.slots[this.length] = slot;
    this.values[this.length] = value;
    return this.length++;
  }
}

/**
 * Sparse vectors by slot, inverted: for each dimension the slots that have it. Values are kept in single precision, which is
 * exact for the fixed-point ones of documents (24 bits at most). Adding costs one push per dimension, removing one swap with the last posting.
 */
export class InvertedIndex {
  private readonly postings = new Map<number, Postings>();
  private readonly entries: ({ readonly vector: SparseVector; readonly positions: Int32Array } | undefined)[] = [];

  add(slot: number, vector: SparseVector): void {
    const positions = new Int32Array(vector.dims.length);
    vector.dims.forEach((dim, i) => {
      const postings = this.postings.get(dim) ?? new Postings();
      this.postings.set(dim, postings);
      positions[i] = postings.push(slot, vector.values[i]!);
    });
    this.entries[slot] = { vector, positions };
  }

  remove(slot: number): void {
    const { vector, positions } = this.entries[slot]!;
    vector.dims.forEach((dim, i) => {
      const postings = this.postings.get(dim)!;
      const last = --postings.length;
      const hole = positions[i]!;
      const mover = postings.slots[last]!;
      postings.slots[hole] = mover;
      postings.values[hole] = postings.values[last]!;
      const moved = this.entries[mover]!;
      moved.positions[positionOf(moved.vector, dim)] = hole;
      if (last === 0) this.postings.delete(dim);
    });
    this.entries[slot] = undefined;
  }

  /** Adds to `sums[slot]` the dot product of the query and each vector. */
  accumulate(query: SparseVector, sums: Float64Array): void {
    query.dims.forEach((dim, i) => {
      const postings = this.postings.get(dim);
      if (postings === undefined) return;
      const weight = query.values[i]!;
      const { slots, values, length } = postings;
      for (let j = 0; j < length; j++) sums[slots[j]!]! += weight * values[j]!;
    });
  }
}

function grown<T extends Int32Array | Float32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
