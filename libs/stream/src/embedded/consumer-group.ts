import { setTimeout } from 'node:timers/promises';
import type { StreamRecord } from '../event-stream';
import type { Member } from './member';
import type { PartitionLog, Reader } from './partition-log';
import type { RetryDelay } from './retry-delay';
import { Wake } from './wake';

/** Keeps the committed offsets of one group. */
interface Commits {
  /** Null where nothing was committed. */
  load(log: PartitionLog): Promise<number | null>;
  /** Where a new group starts. Durable when it resolves. */
  start(offsets: readonly { readonly log: PartitionLog; readonly offset: number }[]): Promise<void>;
  /** A batch is done with. Durable when it resolves. */
  pass(log: PartitionLog, reader: Reader, batch: readonly StreamRecord[]): Promise<void>;
}

/**
 * The members of a group in this process. Each partition has one loop, which gives each batch to the member that the
 * partition belongs to at that moment: so members share the partitions, come and go, and order is never at risk.
 */
export class ConsumerGroup {
  readonly #members: Member[] = [];
  readonly #loops = new Map<PartitionLog, PartitionLoop>();
  readonly #positions = new Map<PartitionLog, number>();
  #joining: Promise<void> = Promise.resolve();

  constructor(
    private readonly commits: Commits,
    private readonly retryDelay: RetryDelay,
  ) {}

  /** Resolves when the position of every partition is known, kept, and being read from. */
  join(member: Member, logs: readonly PartitionLog[], from: 'earliest' | 'latest'): Promise<void> {
    // One at a time: two members must not both decide where a new group starts.
    const joined = this.#joining.then(() => this.#join(member, logs, from));
    this.#joining = joined.catch(() => undefined);
    return joined;
  }

  /** Finishes what the member has in hand; its partitions go to the others. */
  async leave(member: Member): Promise<void> {
    const index = this.#members.indexOf(member);
    if (index >= 0) this.#members.splice(index, 1);
    this.#wakeAll();
    await Promise.all([member.close(), this.#joining]);
  }

  /** The member that the next batch of a partition belongs to. */
  ownerOf(log: PartitionLog): Member | undefined {
    const candidates = this.#members.filter((member) => member.topics.has(log.topic));
    return candidates[log.partition % candidates.length];
  }

  async #join(member: Member, logs: readonly PartitionLog[], from: 'earliest' | 'latest'): Promise<void> {
    const unknown: { log: PartitionLog; offset: number }[] = [];
    for (const log of logs) {
      if (this.#positions.has(log)) continue;
      const committed = await this.commits.load(log);
      // The starting point is committed too, or a restart before the first batch would skip what came in between.
      if (committed === null) unknown.push({ log, offset: from === 'latest' ? log.end : 0 });
      else this.#positions.set(log, committed);
    }
    if (unknown.length > 0) await this.commits.start(unknown);
    for (const { log, offset } of unknown) this.#positions.set(log, offset);
    if (member.closing.aborted) return;
    this.#members.push(member);
    for (const log of logs) {
      if (!this.#loops.has(log)) this.#startLoop(log);
    }
    this.#wakeAll();
  }

  #startLoop(log: PartitionLog): void {
    const loop = new PartitionLoop(log, this.#positions.get(log)!, {
      owner: () => this.ownerOf(log),
      commit: async (reader, batch) => {
        await this.commits.pass(log, reader, batch);
        this.#positions.set(log, reader.passed);
      },
      retryDelay: this.retryDelay,
      ended: () => this.#loops.delete(log),
    });
    this.#loops.set(log, loop);
    void loop.run();
  }

  #wakeAll(): void {
    for (const loop of this.#loops.values()) loop.wake();
  }
}

interface LoopContext {
  owner(): Member | undefined;
  commit(reader: Reader, batch: readonly StreamRecord[]): Promise<void>;
  readonly retryDelay: RetryDelay;
  ended(): void;
}

/** Delivers one partition, batch by batch, for as long as it has an owner. */
class PartitionLoop {
  readonly #wake = new Wake();
  readonly #reader: Reader;
  #batch: readonly StreamRecord[] = [];
  #batchOwner: Member | null = null;

  constructor(
    private readonly log: PartitionLog,
    private position: number,
    private readonly context: LoopContext,
  ) {
    this.#reader = { wake: () => this.wake(), passed: position };
  }

  wake(): void {
    this.#wake.notify();
  }

  async run(): Promise<void> {
    this.log.attach(this.#reader);
    let failures = 0;
    for (let owner = this.context.owner(); owner !== undefined; owner = this.context.owner()) {
      if (this.position >= this.log.end) await this.#wake.wait();
      else if (await owner.inHand(this.#deliver(owner))) failures = 0;
      else await pause(this.context.retryDelay(++failures), owner.closing);
    }
    this.log.detach(this.#reader);
    this.context.ended();
  }

  async #deliver(owner: Member): Promise<boolean> {
    try {
      if (this.#batchOwner !== owner) {
        this.#batch = await this.log.readSome(this.position, owner.maxBatchSize);
        this.#batchOwner = owner;
      }
      await owner.handle(this.#batch);
      await this.context.commit(this.#reader, this.#batch);
      this.position = this.#reader.passed;
      this.#forgetBatch();
      return true;
    } catch (error) {
      owner.report(error, this.#batch);
      return false;
    }
  }

  #forgetBatch(): void {
    this.#batch = [];
    this.#batchOwner = null;
  }
}

async function pause(milliseconds: number, until: AbortSignal): Promise<void> {
  // The signal only cuts the wait short.
  await setTimeout(milliseconds, undefined, { signal: until }).catch(() => undefined);
}
