import { InvalidRecordError, RecordTooLargeError } from '../errors';
import type { OutgoingRecord, StreamRecord } from '../event-stream';
import { offsetOf } from './keys';

type Envelope = readonly [
  timestamp: number,
  key: string,
  value: string | null,
  headers: Readonly<Record<string, string>>,
];

const LONE_SURROGATE = /\p{Surrogate}/u;

/** A record of the log, as the database keeps it. */
export function encodeRecord(record: OutgoingRecord, timestamp: number): string {
  const envelope: Envelope = [timestamp, record.key, record.value, record.headers ?? {}];
  return JSON.stringify(envelope);
}

export function decodeRecord(topic: string, partition: number, databaseKey: string, stored: string): StreamRecord {
  const [timestamp, key, value, headers] = JSON.parse(stored) as Envelope;
  return { topic, partition, offset: offsetOf(databaseKey), key, value, headers, timestamp };
}

/**
 * Gives the bytes of UTF-8 that key, value and headers take together.
 * @throws InvalidRecordError for an empty key, or text that UTF-8 cannot carry.
 * @throws RecordTooLargeError when they are more than `limit`.
 */
export function checkRecord(topic: string, index: number, record: OutgoingRecord, limit: number): number {
  let bytes = 0;
  const measure = (field: 'key' | 'value' | 'headers', text: unknown): void => {
    if (typeof text !== 'string') throw new InvalidRecordError(topic, index, field, 'must be text');
    if (LONE_SURROGATE.test(text)) {
      throw new InvalidRecordError(topic, index, field, 'has half of a surrogate pair, which UTF-8 cannot carry');
    }
    bytes += Buffer.byteLength(text);
  };
  measure('key', record.key);
  if (record.key === '') throw new InvalidRecordError(topic, index, 'key', 'must not be empty');
  if (record.value !== null) measure('value', record.value);
  for (const [name, value] of Object.entries(record.headers ?? {})) {
    measure('headers', name);
    measure('headers', value);
  }
  if (bytes > limit) throw new RecordTooLargeError(topic, index, bytes, limit);
  return bytes;
}
