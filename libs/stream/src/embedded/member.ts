import type { BatchHandler, StreamRecord, SubscribeOptions } from '../event-stream';

const DEFAULT_BATCH_SIZE = 64;

/** One subscription of a group. */
export class Member {
  readonly #closing = new AbortController();
  readonly #inHand = new Set<Promise<unknown>>();
  readonly topics: ReadonlySet<string>;
  readonly maxBatchSize: number;

  constructor(
    private readonly options: SubscribeOptions,
    private readonly handler: BatchHandler,
  ) {
    this.topics = new Set(options.topics);
    this.maxBatchSize = options.maxBatchSize ?? DEFAULT_BATCH_SIZE;
  }

  /** Aborted when the subscription closes. */
  get closing(): AbortSignal {
    return this.#closing.signal;
  }

  async handle(records: readonly StreamRecord[]): Promise<void> {
    await this.handler(records);
  }

  report(error: unknown, records: readonly StreamRecord[]): void {
    try {
      this.options.onError?.(error, records);
    } catch {
      // An observer that fails must not stop the road that it observes.
    }
  }

  /** Follows a delivery to this member, so that closing waits for it. */
  async inHand<T>(delivery: Promise<T>): Promise<T> {
    this.#inHand.add(delivery);
    try {
      return await delivery;
    } finally {
      this.#inHand.delete(delivery);
    }
  }

  /** Takes no more; resolves when the deliveries in hand are over. */
  async close(): Promise<void> {
    this.#closing.abort();
    await Promise.allSettled(this.#inHand);
  }
}
