/**
 * Port: a durable, partitioned, append-only event log with consumer groups. Adapters: `embedded/` (no server), `kafka/`.
 * The contract suite in `test/contracts` runs on every adapter. What an adapter refuses is an `EventStreamError` of `errors.ts`.
 */

/**
 * A record to append. Same key, same partition, so order holds within a key. A null value is a tombstone: what is erased
 * must not stay readable, so once the subscribed groups have committed it (or when the broker compacts) the earlier records
 * of its key leave the log; other groups may then read only the tombstone.
 */
export interface OutgoingRecord {
  readonly key: string;
  readonly value: string | null;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface RecordPosition {
  readonly topic: string;
  readonly partition: number;
  /** From 0, given without a gap within a partition. */
  readonly offset: number;
}

export interface StreamRecord extends RecordPosition {
  readonly key: string;
  readonly value: string | null;
  readonly headers: Readonly<Record<string, string>>;
  /** Milliseconds since the epoch, when the log accepted it. */
  readonly timestamp: number;
}

/**
 * Receives records of one partition in order. When the promise resolves, the offset after the last record is committed;
 * when it rejects, nothing is committed and the same records are delivered again after a back-off, for ever.
 */
export type BatchHandler = (records: readonly StreamRecord[]) => Promise<void>;

export interface SubscribeOptions {
  /** Subscriptions of one group share the partitions: each record goes to one of them. */
  readonly group: string;
  readonly topics: readonly string[];
  /** Records per batch at most; default 64. */
  readonly maxBatchSize?: number;
  /** Where a group without a committed offset starts; default `earliest`. `latest`: the end when `subscribe` resolves. */
  readonly from?: 'earliest' | 'latest';
  /** Told of each failed delivery, for logs and metrics. */
  readonly onError?: (error: unknown, records: readonly StreamRecord[]) => void;
}

export interface Subscription {
  /** Finishes the batches in hand, commits them, takes no more. Not to be awaited by the handler itself. */
  close(): Promise<void>;
}

export interface PartitionLag {
  readonly topic: string;
  readonly partition: number;
  /** Next offset the group will read. */
  readonly committed: number;
  /** Next offset the log will write. */
  readonly end: number;
}

export interface EventStream {
  /**
   * Appends in order; resolves when all are durable (fsync). Positions are in the order of `records`. When one record is
   * invalid or too large, none is appended.
   */
  publish(topic: string, records: readonly OutgoingRecord[]): Promise<readonly RecordPosition[]>;
  subscribe(options: SubscribeOptions, handler: BatchHandler): Promise<Subscription>;
  /** Reads a partition without a group, from `offset` on, at most `limit` records. */
  read(topic: string, partition: number, offset: number, limit: number): Promise<readonly StreamRecord[]>;
  partitions(topic: string): Promise<number>;
  /** Of every partition that the group ever subscribed to; empty for an unknown group. */
  lag(group: string): Promise<readonly PartitionLag[]>;
  /** Rejects when the log cannot be reached or written. */
  ping(): Promise<void>;
  /** Closes the subscriptions as `Subscription.close` does, then the log. Afterwards everything rejects. */
  close(): Promise<void>;
}
