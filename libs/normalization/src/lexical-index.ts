import { stem, words } from '@passerelle/text';

export interface LexicalHit {
  readonly row: number;
  /** Cosine of the tf-idf vectors over stems, 0..1. */
  readonly similarity: number;
}

/** Among many short labels, terms in more than this share of them say nothing about which one is meant. */
const COMMON = 0.05;

/** Stems of a text in order, without stop words. */
export function terms(text: string): string[] {
  return words(text).map(stem);
}

/** Inverted index of short texts by stem, scored by tf-idf cosine. */
export class LexicalIndex {
  private readonly termIds = new Map<string, number>();
  private readonly idf: Float64Array;
  private readonly postingStart: Uint32Array;
  private readonly postingRow: Uint32Array;
  private readonly postingWeight: Float32Array;
  private readonly scores: Float32Array;
  private readonly rowCount: number;

  /** @param commonShare terms in more than this share of the texts are passed over, 0..1 */
  static of(texts: readonly string[], commonShare = COMMON): LexicalIndex {
    return new LexicalIndex(texts.map(terms), commonShare);
  }

  /** @param texts as {@link terms} takes them apart */
  constructor(
    texts: readonly (readonly string[])[],
    private readonly commonShare = COMMON,
  ) {
    this.rowCount = texts.length;
    const rows = texts.map((stems) => this.count(stems, true));
    const frequency = new Uint32Array(this.termIds.size);
    for (const row of rows) for (const id of row.keys()) frequency[id]!++;
    this.idf = Float64Array.from(frequency, (df) => Math.log(1 + texts.length / df));

    this.postingStart = new Uint32Array(frequency.length + 1);
    frequency.forEach((df, id) => (this.postingStart[id + 1] = this.postingStart[id]! + df));
    const filled = this.postingStart.slice();
    this.postingRow = new Uint32Array(this.postingStart.at(-1) ?? 0);
    this.postingWeight = new Float32Array(this.postingRow.length);
    rows.forEach((row, index) => {
      for (const [id, weight] of this.weigh(row)) {
        const at = filled[id]!++;
        this.postingRow[at] = index;
        this.postingWeight[at] = weight;
      }
    });
    this.scores = new Float32Array(texts.length);
  }

  /** The best rows by cosine, best first, ties by row. */
  search(text: string, count: number): LexicalHit[] {
    const query = this.weigh(this.count(terms(text), false));
    const touched: number[] = [];
    const common = this.commonShare * this.rowCount;
    for (const [id, weight] of query) {
      const from = this.postingStart[id]!;
      const to = this.postingStart[id + 1]!;
      if (to - from > common && query.length > 1) continue;
      for (let at = from; at < to; at++) {
        const row = this.postingRow[at]!;
        if (this.scores[row] === 0) touched.push(row);
        this.scores[row]! += weight * this.postingWeight[at]!;
      }
    }
    const hits = best(touched, this.scores, count);
    for (const row of touched) this.scores[row] = 0;
    return hits;
  }

  private count(stems: readonly string[], grow: boolean): Map<number, number> {
    const counts = new Map<number, number>();
    for (const term of stems) {
      let id = this.termIds.get(term);
      if (id === undefined) {
        // An unknown word of a query still counts in its norm: it is something that no row says.
        id = grow ? this.termIds.size : -1;
        if (grow) this.termIds.set(term, id);
      }
      counts.set(id, (counts.get(id) ?? 0) + 1);
    }
    return counts;
  }

  private weigh(counts: ReadonlyMap<number, number>): [number, number][] {
    const unknownIdf = Math.log(1 + this.rowCount / 4);
    let squares = 0;
    const weights: [number, number][] = [];
    for (const [id, count] of counts) {
      const weight = (1 + Math.log(count)) * (id < 0 ? unknownIdf : this.idf[id]!);
      squares += weight * weight;
      if (id >= 0) weights.push([id, weight]);
    }
    const norm = Math.sqrt(squares) || 1;
    return weights.map(([id, weight]) => [id, weight / norm]);
  }
}

/** The `count` highest of `rows` by `scores`, without sorting all of them. */
function best(rows: readonly number[], scores: Float32Array, count: number): LexicalHit[] {
  const heap: LexicalHit[] = [];
  let floor = -Infinity;
  for (const row of rows) {
    const similarity = scores[row]!;
    if (heap.length >= count && similarity <= floor) continue;
    heap.push({ row, similarity });
    if (heap.length >= 2 * count) {
      heap.sort(byScore);
      heap.length = count;
      floor = heap[count - 1]!.similarity;
    }
  }
  return heap.sort(byScore).slice(0, count);
}

function byScore(a: LexicalHit, b: LexicalHit): number {
  return b.similarity - a.similarity || a.row - b.row;
}
