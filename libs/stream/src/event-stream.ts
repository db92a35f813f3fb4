/**
 * Port: a durable, partitioned, append-only event log with consumer groups. Adapters: `embedded/` (no server), `kafka/`.
 * The contract suite in `test/contracts` runs on every adapter.
 */

/** A record to append. A null value is a tombstone. Same key, same partition, so order holds within a key. */
export interface OutgoingRecord {
  readonly key: string;
  readonly value: string | null;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface RecordPosition {
  readonly topic: string;
  readonly partition: number;
  /** From 0, dense within a partition. */
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
  readonly group: string;
  readonly topics: readonly string[];
  /** Records per batch at most; default 64. */
  readonly maxBatchSize?: number;
  /** Where a group without a committed offset starts; default `earliest`. */
  readonly from?: 'earliest' | 'latest';
  /** Told of each failed delivery, for logs and metrics. */
  readonly onError?: (error: unknown, records: readonly StreamRecord[]) => void;
}

export interface Subscription {
  /** Finishes the batches in hand, commits them, takes no more. */
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
  /** Appends in order; resolves when all are durable (fsync). Positions are in the order of `records`. */
  publish(topic: string, records: readonly OutgoingRecord[]): Promise<readonly RecordPosition[]>;
  subscribe(options: SubscribeOptions, handler: BatchHandler): Promise<Subscription>;
  /** Reads a partition without a group, from `offset` on, at most `limit` records. */
  read(topic: string, partition: number, offset: number, limit: number): Promise<readonly StreamRecord[]>;
  partitions(topic: string): Promise<number>;
  lag(group: string): Promise<readonly PartitionLag[]>;
  /** Rejects when the log cannot be reached or written. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
