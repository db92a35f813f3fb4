import { setImmediate } from 'node:timers/promises';
import type { DocumentKind } from '../store';
import type { Level } from './directory';
import { decodeHead, Effects } from './effects';
import { countKey } from './keys';

interface Waiting {
  readonly bytes: number;
  readonly heads: readonly string[];
  readonly run: (effects: Effects) => void;
  readonly done: () => void;
  readonly failed: (reason: unknown) => void;
}

const KINDS: readonly DocumentKind[] = ['offer', 'profile'];

/** More callers than this many bytes wait for the next group, so that one write stays a bounded piece of memory. */
const MAX_GROUP_BYTES = 8 * 1024 * 1024;

/**
 * The only one that writes: calls take effect in the order in which they came, one after the other, and those that come
 * while a group is being written share the next fsync. The effects of a call are written whole or not at all.
 */
export class Writer {
  #waiting: Waiting[] = [];
  #loop: Promise<void> | null = null;

  private constructor(
    private readonly db: Level,
    private counts: ReadonlyMap<DocumentKind, number>,
  ) {}

  static async open(db: Level): Promise<Writer> {
    const stored = await db.getMany(KINDS.map(countKey));
    return new Writer(db, new Map(KINDS.map((kind, index) => [kind, Number(stored[index] ?? 0)])));
  }

  /** Number of live documents that are durable. */
  count(kind: DocumentKind): number {
    return this.counts.get(kind)!;
  }

  /**
   * Resolves with what `apply` returned, once it is durable. Rejects, for the whole group, when the write fails.
   * `heads` are the head keys of the ids that `apply` touches, `bytes` the size of what it writes.
   */
  write<T>(bytes: number, heads: readonly string[], apply: (effects: Effects) => T): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      let result: T;
      this.#waiting.push({
        bytes,
        heads,
        run: (effects) => {
          result = apply(effects);
        },
        done: () => resolve(result),
        failed: reject,
      });
      this.#loop ??= this.#writeGroups();
    });
  }

  /** Resolves when nothing is waiting to be written. */
  async drain(): Promise<void> {
    await this.#loop;
  }

  async #writeGroups(): Promise<void> {
    do {
      // One turn of the event loop lets the callers that the last group released join this one.
      await setImmediate();
      await this.#writeGroup(this.#takeGroup());
    } while (this.#waiting.length > 0);
    this.#loop = null;
  }

  #takeGroup(): readonly Waiting[] {
    let bytes = 0;
    let count = 0;
    for (const caller of this.#waiting) {
      bytes += caller.bytes;
      if (count > 0 && bytes > MAX_GROUP_BYTES) break;
      count += 1;
    }
    return this.#waiting.splice(0, count);
  }

  async #writeGroup(callers: readonly Waiting[]): Promise<void> {
    try {
      const keys = [...new Set(callers.flatMap(({ heads }) => heads))];
      const stored = await this.db.getMany(keys);
      const effects = new Effects(new Map(keys.map((key, index) => [key, decodeHead(stored[index])])), this.counts);
      for (const caller of callers) caller.run(effects);
      await this.db.batch([...effects.operations()], { sync: true });
      this.counts = effects.counts;
    } catch (error) {
      for (const caller of callers) caller.failed(error);
      return;
    }
    for (const caller of callers) caller.done();
  }
}
