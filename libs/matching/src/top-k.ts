/** One document of a list. */
export interface Match {
  readonly id: string;
  /** 0..1, more than 0. */
  readonly score: number;
}

/** Best first; the same score: by id, in the order of UTF-16 code units. */
export function compareMatches(a: Match, b: Match): number {
  if (a.score !== b.score) return b.score - a.score;
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}

/** Keeps the best `limit` of the matches offered to it, whatever their order: a binary heap with the worst on top. */
export class TopK {
  private readonly heap: Match[] = [];

  constructor(private readonly limit: number) {}

  /** No lower score is kept any more; 0 while there is room. */
  get floor(): number {
    return this.heap.length < this.limit ? 0 : (this.heap[0]?.score ?? Infinity);
  }

  /** Whether a match of this score and id would be kept now. */
  admits(score: number, id: string): boolean {
    if (this.heap.length < this.limit) return true;
    const worst = this.heap[0];
    if (worst === undefined || score < worst.score) return false;
    return score > worst.score || id < worst.id;
  }

  /** Call only for what {@link admits} let in. */
  add(match: Match): void {
    if (this.heap.length < this.limit) {
      this.heap.push(match);
      this.siftUp(this.heap.length - 1);
    } else {
      this.heap[0] = match;
      this.siftDown();
    }
  }

  /** Best first. */
  sorted(): Match[] {
    return [...this.heap].sort(compareMatches);
  }

  private siftUp(start: number): void {
    let child = start;
    while (child > 0) {
      const parent = (child - 1) >> 1;
      if (compareMatches(this.heap[child]!, this.heap[parent]!) <= 0) return;
      this.swap(child, parent);
      child = parent;
    }
  }

  private siftDown(): void {
    let parent = 0;
    for (;;) {
      let worst = parent;
      for (const child of [2 * parent + 1, 2 * parent + 2]) {
        if (child < this.heap.length && compareMatches(this.heap[child]!, this.heap[worst]!) > 0) worst = child;
      }
      if (worst === parent) return;
      this.swap(parent, worst);
      parent = worst;
    }
  }

  private swap(i: number, j: number): void {
    [this.heap[i], this.heap[j]] = [this.heap[j]!, this.heap[i]!];
  }
}
