import { VectorIndex } from '@passerelle/embedding';
import { dotAt } from './dot';
import { LexicalIndex, terms } from './lexical-index';

/** One way to say something: a label or an everyday wording, and what it stands for. */
export interface Surface {
  readonly text: string;
  /** Index of the concept or fiche it stands for. */
  readonly owner: number;
  /** A wording says it in other words than the official label. */
  readonly wording: boolean;
}

/** Similarity of a text with one owner: the best over its surfaces. */
export interface OwnerScore {
  /** Best cosine with an official label, or -1 when none was compared. */
  label: number;
  /** Best cosine with a wording, or -1. */
  wording: number;
  /** Best lexical similarity over all surfaces, 0..1. */
  lexical: number;
}

const NEIGHBOURS = 48;
/** Breadth of the graph walk at which recall@20 against exact search is at least .99 (docs/benchmarks.md). */
export const SEARCH_BREADTH = 160;
const LEXICAL_HITS = 24;

/** All the ways to say the concepts (or the métiers), searchable by meaning and by words. */
export class SurfaceIndex {
  private readonly lexical: LexicalIndex;
  /** Stems of the official label of each owner. */
  readonly labelTerms = new Map<number, ReadonlySet<string>>();
  /** Rows of each owner, for a direct comparison with chosen owners. */
  private readonly rowsOf = new Map<number, number[]>();

  constructor(
    readonly surfaces: readonly Surface[],
    private readonly vectors: Float32Array,
    private readonly graph: VectorIndex,
  ) {
    const stems = surfaces.map(({ text }) => terms(text));
    this.lexical = new LexicalIndex(stems);
    surfaces.forEach(({ owner, wording }, row) => {
      if (!wording && !this.labelTerms.has(owner)) this.labelTerms.set(owner, new Set(stems[row]));
    });
    surfaces.forEach(({ owner }, row) => {
      const rows = this.rowsOf.get(owner);
      if (rows) rows.push(row);
      else this.rowsOf.set(owner, [row]);
    });
  }

  get dimensions(): number {
    return this.graph.dimensions;
  }

  vector(row: number): Float32Array {
    return this.vectors.subarray(row * this.dimensions, (row + 1) * this.dimensions);
  }

  /** Vector of the first surface of an owner: its official label. */
  labelVector(owner: number): Float32Array {
    return this.vector(this.rowsOf.get(owner)![0]!);
  }

  /** Owners near a text, by meaning and by words together. */
  search(text: string, vector: Float32Array): Map<number, OwnerScore> {
    const found = new Map<number, OwnerScore>();
    for (const { row, similarity } of this.graph.search(vector, NEIGHBOURS, SEARCH_BREADTH)) {
      this.note(found, row, similarity);
    }
    for (const { row, similarity } of this.lexical.search(text, LEXICAL_HITS)) {
      const score = this.note(found, row, this.similarity(row, vector));
      score.lexical = Math.max(score.lexical, similarity);
    }
    return found;
  }

  /** Rows of the surfaces nearest in meaning, as the graph finds them. */
  nearest(vector: Float32Array, count: number): number[] {
    return this.graph.search(vector, count, SEARCH_BREADTH).map(({ row }) => row);
  }

  /** The same by comparing every surface: the truth that {@link nearest} is measured against. */
  nearestExact(vector: Float32Array, count: number): number[] {
    const similarities = Float64Array.from(this.surfaces, (_, row) => this.similarity(row, vector));
    return Array.from(similarities.keys())
      .sort((a, b) => similarities[b]! - similarities[a]! || a - b)
      .slice(0, count);
  }

  /** Adds owners that no search brought up, compared exactly on their official label. */
  include(found: Map<number, OwnerScore>, owners: Iterable<number>, vector: Float32Array): void {
    for (const owner of owners) {
      const row = this.rowsOf.get(owner)?.[0];
      if (row !== undefined) this.note(found, row, this.similarity(row, vector));
    }
  }

  private note(found: Map<number, OwnerScore>, row: number, similarity: number): OwnerScore {
    const { owner, wording } = this.surfaces[row]!;
    let score = found.get(owner);
    if (!score) {
      score = { label: -1, wording: -1, lexical: 0 };
      found.set(owner, score);
    }
    if (wording) score.wording = Math.max(score.wording, similarity);
    else score.label = Math.max(score.label, similarity);
    return score;
  }

  private similarity(row: number, vector: Float32Array): number {
    return dotAt(this.vectors, row * vector.length, vector);
  }
}
