import { setImmediate } from 'node:timers/promises';
import type { Level } from './directory';

type Operation =
  | { readonly type: 'put'; readonly key: string; readonly value: string }
  | { readonly type: 'del'; readonly key: string };

/** What is written together. */
export class WriteGroup {
  readonly operations: Operation[] = [];
  readonly #notes = new Map<string, string[]>();

  put(key: string, value: string): void {
    this.operations.push({ type: 'put', key, value });
  }

  delete(key: string): void {
    this.operations.push({ type: 'del', key });
  }

  /** Notes something under a subject for the later callers of this group, who cannot see it in the database yet. */
  note(subject: string, text: string): void {
    const notes = this.#notes.get(subject);
    if (notes === undefined) this.#notes.set(subject, [text]);
    else notes.push(text);
  }

  notesOn(subject: string): readonly string[] {
    return this.#notes.get(subject) ?? [];
  }
}

/** Adds the operations of one caller to its group; called when the group is written, one caller at a time. */
type Prepare<T> = (group: WriteGroup) => T | Promise<T>;

interface Waiting {
  readonly bytes: number;
  readonly run: (group: WriteGroup) => Promise<void>;
  readonly done: () => void;
  readonly failed: (reason: unknown) => void;
}

/** More callers than this many bytes wait for the next group, so that one write stays a bounded piece of memory. */
const MAX_GROUP_BYTES = 8 * 1024 * 1024;

/**
 * Writes for many callers with one fsync: whoever comes while a group is being written joins the next one. What a caller
 * adds is written whole or not at all, and after what earlier callers added.
 */
export class GroupCommit {
  readonly #db: Level;
  #waiting: Waiting[] = [];
  #loop: Promise<void> | null = null;

  constructor(db: Level) {
    this.#db = db;
  }

  /** Resolves with what `prepare` returned, once it is durable. Rejects, for the whole group, when the write fails. */
  write<T>(bytes: number, prepare: Prepare<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      let result: T;
      this.#waiting.push({
        bytes,
        run: async (group) => {
          result = await prepare(group);
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
    const group = new WriteGroup();
    try {
      for (const caller of callers) await caller.run(group);
      await this.#db.batch(group.operations, { sync: true });
    } catch (error) {
      for (const caller of callers) caller.failed(error);
      return;
    }
    for (const caller of callers) caller.done();
  }
}
