import { StreamClosedError, UnknownPartitionError, UnknownTopicError } from '../errors';
import type {
  BatchHandler,
  EventStream,
  OutgoingRecord,
  PartitionLag,
  RecordPosition,
  StreamRecord,
  SubscribeOptions,
  Subscription,
} from '../event-stream';
import { ConsumerGroup } from './consumer-group';
import { type Level, openDirectory, requireFiles } from './directory';
import { GroupCommit } from './group-commit';
import { commitKey, commitsOf, partitionOfCommit } from './keys';
import { Member } from './member';
import type { PartitionLog } from './partition-log';
import { partitionOf } from './partitioner';
import { checkRecord } from './record-codec';
import { exponentialRetryDelay, type RetryDelay } from './retry-delay';
import { openTopics, type TopicSettings } from './topics';
import { requireGroup, requireInteger, requireSubscription } from './requirements';

export interface EmbeddedEventStreamOptions {
  /** Made if it is not there. One process at a time has it open. */
  readonly directory: string;
  /** By name. The number of partitions of a topic, 1 to 1,000, is fixed when the topic is first opened. */
  readonly topics: Readonly<Record<string, TopicSettings>>;
  /** Key, value and headers of one record together, in bytes of UTF-8; default 2 MiB. */
  readonly maxRecordBytes?: number;
  /** Milliseconds before the next delivery after so many failed ones, from 1; default doubles from 100 ms to 30 s. */
  readonly retryDelay?: RetryDelay;
}

const DEFAULT_MAX_RECORD_BYTES = 2 * 1024 * 1024;

/**
 * Opens the event stream that needs no server: LevelDB files in one directory, one fsync for all who publish at once.
 * Subscriptions of one group in this process share the partitions. A tombstone takes the earlier records of its key out
 * of the log, for ever, once every group that is subscribed has committed it.
 * @throws StreamDirectoryError when the directory is in use, cannot be written, or holds something else or newer.
 * @throws InvalidStreamOptionError naming the setting and the reason.
 */
export async function openEmbeddedEventStream(options: EmbeddedEventStreamOptions): Promise<EventStream> {
  requireInteger('maxRecordBytes', options.maxRecordBytes ?? DEFAULT_MAX_RECORD_BYTES, 1);
  const db = await openDirectory(options.directory);
  try {
    return new EmbeddedEventStream(db, await openTopics(db, options.topics), options);
  } catch (error) {
    await db.close();
    throw error;
  }
}

class EmbeddedEventStream implements EventStream {
  readonly #writes: GroupCommit;
  readonly #groups = new Map<string, ConsumerGroup>();
  readonly #subscriptions = new Set<Subscription>();
  readonly #maxRecordBytes: number;
  readonly #retryDelay: RetryDelay;
  #closing: Promise<void> | null = null;
  /** Publishing ends later than subscribing: the batches in hand may still publish. */
  #closed = false;

  constructor(
    private readonly db: Level,
    private readonly topics: ReadonlyMap<string, readonly PartitionLog[]>,
    private readonly options: EmbeddedEventStreamOptions,
  ) {
    this.#writes = new GroupCommit(db);
    this.#maxRecordBytes = options.maxRecordBytes ?? DEFAULT_MAX_RECORD_BYTES;
    this.#retryDelay = options.retryDelay ?? exponentialRetryDelay;
  }

  async publish(topic: string, records: readonly OutgoingRecord[]): Promise<readonly RecordPosition[]> {
    this.#requireOpen();
    const logs = this.#logsOf(topic);
    let bytes = 0;
    for (const [index, record] of records.entries()) bytes += checkRecord(topic, index, record, this.#maxRecordBytes);
    if (records.length === 0) return [];
    const targets = records.map((record) => logs[partitionOf(record.key, logs.length)]!);
    try {
      const positions = await this.#writes.write(bytes, async (group) => {
        const timestamp = Date.now();
        const given: RecordPosition[] = [];
        for (const [index, record] of records.entries()) {
          given.push(await targets[index]!.append(record, timestamp, group));
        }
        return given;
      });
      positions.forEach(({ offset }, index) => targets[index]!.confirm(offset));
      return positions;
    } catch (error) {
      for (const log of targets) log.abandon();
      throw error;
    }
  }

  async subscribe(options: SubscribeOptions, handler: BatchHandler): Promise<Subscription> {
    if (this.#closing !== null) throw new StreamClosedError();
    requireSubscription(options);
    const logs = [...new Set(options.topics)].flatMap((topic) => this.#logsOf(topic));
    const group = this.#groupNamed(options.group);
    const member = new Member(options, handler);
    let left: Promise<void> | null = null;
    const subscription: Subscription = {
      close: () => {
        this.#subscriptions.delete(subscription);
        return (left ??= group.leave(member));
      },
    };
    this.#subscriptions.add(subscription);
    try {
      await group.join(member, logs, options.from ?? 'earliest');
    } catch (error) {
      await subscription.close();
      throw error;
    }
    return subscription;
  }

  async read(topic: string, partition: number, offset: number, limit: number): Promise<readonly StreamRecord[]> {
    this.#requireOpen();
    const logs = this.#logsOf(topic);
    const log = logs[partition];
    if (log === undefined) throw new UnknownPartitionError(topic, partition, logs.length);
    requireInteger('offset', offset, 0);
    requireInteger('limit', limit, 1);
    return log.read(offset, limit);
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- the port is asynchronous; errors must reject
  async partitions(topic: string): Promise<number> {
    this.#requireOpen();
    return this.#logsOf(topic).length;
  }

  async lag(group: string): Promise<readonly PartitionLag[]> {
    this.#requireOpen();
    requireGroup(group);
    const lags: PartitionLag[] = [];
    for await (const [key, committed] of this.db.iterator(commitsOf(group))) {
      const { topic, partition } = partitionOfCommit(key);
      const log = this.topics.get(topic)?.[partition];
      if (log !== undefined) lags.push({ topic, partition, committed: Number(committed), end: log.end });
    }
    return lags;
  }

  async ping(): Promise<void> {
    this.#requireOpen();
    await requireFiles(this.options.directory);
    await this.#writes.write(0, (group) => group.put('!ping', ''));
  }

  close(): Promise<void> {
    return (this.#closing ??= this.#close());
  }

  async #close(): Promise<void> {
    await Promise.all([...this.#subscriptions].map((subscription) => subscription.close()));
    this.#closed = true;
    await this.#writes.drain();
    await this.db.close();
  }

  #groupNamed(name: string): ConsumerGroup {
    let group = this.#groups.get(name);
    if (group === undefined) {
      const keyOf = (log: PartitionLog): string => commitKey(name, log.topic, log.partition);
      group = new ConsumerGroup(
        {
          load: async (log) => {
            const committed = await this.db.get(keyOf(log));
            return committed === undefined ? null : Number(committed);
          },
          start: (offsets) =>
            this.#writes.write(0, (writes) => {
              for (const { log, offset } of offsets) writes.put(keyOf(log), String(offset));
            }),
          pass: (log, reader, batch) =>
            this.#writes.write(0, async (writes) => {
              await log.pass(reader, batch, writes);
              writes.put(keyOf(log), String(reader.passed));
            }),
        },
        this.#retryDelay,
      );
      this.#groups.set(name, group);
    }
    return group;
  }

  #logsOf(topic: string): readonly PartitionLog[] {
    const logs = this.topics.get(topic);
    if (logs === undefined) throw new UnknownTopicError(topic);
    return logs;
  }

  #requireOpen(): void {
    if (this.#closed) throw new StreamClosedError();
  }
}
