import type { BatchHandler, StreamRecord } from '@passerelle/stream';

/** Collects what a subscription is given, and lets a test wait for it without guessing how long it takes. */
export class Inbox {
  readonly batches: (readonly StreamRecord[])[] = [];
  readonly #waiting = new Set<() => void>();

  get records(): readonly StreamRecord[] {
    return this.batches.flat();
  }

  get values(): readonly (string | null)[] {
    return this.records.map(({ value }) => value);
  }

  readonly handler: BatchHandler = (records) => {
    this.batches.push(records);
    for (const check of this.#waiting) check();
    return Promise.resolve();
  };

  /** Resolves when so many records have come. */
  async atLeast(count: number): Promise<readonly StreamRecord[]> {
    await new Promise<void>((resolve) => {
      const check = (): void => {
        if (this.records.length < count) return;
        this.#waiting.delete(check);
        resolve();
      };
      this.#waiting.add(check);
      check();
    });
    return this.records;
  }
}

/** A promise that the test settles. */
export class Gate {
  readonly opened: Promise<void>;
  open!: () => void;

  constructor() {
    this.opened = new Promise((resolve) => (this.open = resolve));
  }
}
