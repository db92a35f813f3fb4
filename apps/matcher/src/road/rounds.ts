interface Waiting<Item, Result> {
  readonly items: readonly Item[];
  readonly resolve: (results: readonly Result[]) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Runs one round at a time; batches that come meanwhile go together in the next round, so that several partitions share the
 * cost of its durable writes. A round that fails rejects every batch in it.
 */
export class Rounds<Item, Result> {
  private waiting: Waiting<Item, Result>[] = [];
  private running = false;

  /** @param round Gives one result per item, in their order. */
  constructor(private readonly round: (items: readonly Item[]) => Promise<readonly Result[]>) {}

  /** Resolves with the results of these items, in their order, when the round that holds them has ended. */
  run(items: readonly Item[]): Promise<readonly Result[]> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ items, resolve, reject });
      if (!this.running) void this.drain();
    });
  }

  private async drain(): Promise<void> {
    this.running = true;
    while (this.waiting.length > 0) {
      const batches = this.waiting;
      this.waiting = [];
      try {
        const results = await this.round(batches.flatMap(({ items }) => items));
        let from = 0;
        for (const { items, resolve } of batches) {
          resolve(results.slice(from, from + items.length));
          from += items.length;
        }
      } catch (error) {
        for (const { reject } of batches) reject(error);
      }
    }
    this.running = false;
  }
}
