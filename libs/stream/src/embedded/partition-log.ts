import type { OutgoingRecord, RecordPosition, StreamRecord } from '../event-stream';
import type { Level } from './directory';
import type { WriteGroup } from './group-commit';
import { offsetOf, placeKey, placesOf, recordKey, recordsFrom } from './keys';
import { decodeRecord, encodeRecord } from './record-codec';

/** Bytes of records read at a time, so that a batch of large records stays a bounded piece of memory. */
const MAX_READ_BYTES = 4 * 1024 * 1024;

/** One partition: gives offsets, reads records, and tells who waits for more. */
export class PartitionLog {
  readonly #readers = new Set<() => void>();
  /** Next offset after the last durable record. */
  #end: number;
  /** Next offset to give; ahead of the end while a write is under way. */
  #next: number;

  private constructor(
    private readonly db: Level,
    readonly topic: string,
    readonly partition: number,
    end: number,
  ) {
    this.#end = end;
    this.#next = end;
  }

  static async open(db: Level, topic: string, partition: number): Promise<PartitionLog> {
    const [last] = await db.keys({ ...recordsFrom(topic, partition, 0), reverse: true, limit: 1 }).all();
    return new PartitionLog(db, topic, partition, last === undefined ? 0 : offsetOf(last) + 1);
  }

  get end(): number {
    return this.#end;
  }

  /**
   * Adds the writing of a record to a group, to be followed by `confirm` or `abandon`. A tombstone takes the earlier
   * records of its key out of the log: what is erased must not stay readable for ever.
   */
  async append(record: OutgoingRecord, timestamp: number, group: WriteGroup): Promise<RecordPosition> {
    const { topic, partition } = this;
    const offset = this.#next++;
    const places = placesOf(topic, partition, record.key);
    if (record.value === null) {
      for (const place of [...(await this.db.keys(places).all()), ...group.takeNotes(places.gte)]) {
        group.delete(place);
        group.delete(recordKey(topic, partition, offsetOf(place)));
      }
    }
    const place = placeKey(topic, partition, record.key, offset);
    group.note(places.gte, place);
    group.put(place, '');
    group.put(recordKey(topic, partition, offset), encodeRecord(record, timestamp));
    return { topic, partition, offset };
  }

  /** The group that held the offset is durable: readers may have it. */
  confirm(offset: number): void {
    this.#end = Math.max(this.#end, offset + 1);
    for (const wake of this.#readers) wake();
  }

  /** The group failed: its offsets are given again, so that they stay dense. */
  abandon(): void {
    this.#next = this.#end;
  }

  /** Calls `wake` whenever the end moves, until the returned function is called. */
  onAppend(wake: () => void): () => void {
    this.#readers.add(wake);
    return () => this.#readers.delete(wake);
  }

  /** Records from an offset on: at most `limit`, fewer when they are large, at least one when there is one. */
  async readSome(offset: number, limit: number): Promise<readonly StreamRecord[]> {
    const iterator = this.db.iterator({
      ...recordsFrom(this.topic, this.partition, offset),
      limit,
      highWaterMarkBytes: MAX_READ_BYTES,
    });
    try {
      const entries = await iterator.nextv(limit);
      return entries.map(([key, stored]) => decodeRecord(this.topic, this.partition, key, stored));
    } finally {
      await iterator.close();
    }
  }

  /** Records from an offset on, `limit` of them where there are as many. */
  async read(offset: number, limit: number): Promise<readonly StreamRecord[]> {
    const records: StreamRecord[] = [];
    let from = offset;
    while (records.length < limit) {
      const some = await this.readSome(from, limit - records.length);
      const last = some.at(-1);
      if (last === undefined) break;
      records.push(...some);
      from = last.offset + 1;
    }
    return records;
  }
}
