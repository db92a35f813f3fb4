import type { OutgoingRecord, RecordPosition, StreamRecord } from '../event-stream';
import type { Level } from './directory';
import type { WriteGroup } from './group-commit';
import { offsetOf, placeKey, placesOf, recordKey, recordsFrom } from './keys';
import { decodeRecord, encodeRecord } from './record-codec';

/** Bytes of records read at a time, so that a batch of large records stays a bounded piece of memory. */
const MAX_READ_BYTES = 4 * 1024 * 1024;

/** A group that reads the partition. */
export interface Reader {
  /** Called whenever there is more to read. */
  readonly wake: () => void;
  /** The group is done with the offsets below. */
  passed: number;
}

/** One partition: gives offsets, reads records, and tells who waits for more. */
export class PartitionLog {
  readonly #readers = new Set<Reader>();
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

  /** Adds the writing of a record to a group of writes, to be followed by `confirm` or `abandon`. */
  async append(record: OutgoingRecord, timestamp: number, group: WriteGroup): Promise<RecordPosition> {
    const { topic, partition } = this;
    const offset = this.#next++;
    if (record.value === null && this.#readers.size === 0) await this.#eraseBefore(record.key, offset, group);
    const place = placeKey(topic, partition, record.key, offset);
    group.note(placesOf(topic, partition, record.key).gte, place);
    group.put(place, '');
    group.put(recordKey(topic, partition, offset), encodeRecord(record, timestamp));
    return { topic, partition, offset };
  }

  /** The group that held the offset is durable: readers may have it. */
  confirm(offset: number): void {
    this.#end = Math.max(this.#end, offset + 1);
    for (const reader of this.#readers) reader.wake();
  }

  /** The group failed: its offsets are given again, so that they stay dense. */
  abandon(): void {
    this.#next = this.#end;
  }

  attach(reader: Reader): void {
    this.#readers.add(reader);
  }

  detach(reader: Reader): void {
    this.#readers.delete(reader);
  }

  /**
   * A reader is done with a batch. A tombstone that all readers have passed takes the earlier records of its key out of
   * the log, in the same group of writes: what is erased must not stay readable for ever.
   */
  async pass(reader: Reader, batch: readonly StreamRecord[], group: WriteGroup): Promise<void> {
    reader.passed = batch.at(-1)!.offset + 1;
    for (const { key, value, offset } of batch) {
      const passedByAll = (): boolean => [...this.#readers].every(({ passed }) => passed > offset);
      if (value === null && passedByAll()) await this.#eraseBefore(key, offset, group);
    }
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

  async #eraseBefore(key: string, end: number, group: WriteGroup): Promise<void> {
    const places = placesOf(this.topic, this.partition, key);
    for (const place of [...(await this.db.keys(places).all()), ...group.notesOn(places.gte)]) {
      const offset = offsetOf(place);
      if (offset >= end) continue;
      group.delete(place);
      group.delete(recordKey(this.topic, this.partition, offset));
    }
  }
}
