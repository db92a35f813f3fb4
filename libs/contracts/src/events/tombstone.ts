import { InvalidEventError, type Violation } from '../validation/invalid-input-error';
import { HEADERS } from '../topics';
import { type DocumentKind, id } from './parts';

/** The part of a stream record that says what to do with one document. */
export interface KeyedRecord {
  /** Identifier of the document. */
  readonly key: string;
  /** JSON of the event; null for a tombstone. */
  readonly value: string | Uint8Array | null;
  readonly headers: Readonly<Record<string, string>>;
  /** Milliseconds since the epoch, when the log accepted it. */
  readonly timestamp: number;
}

/**
 * Erase everything about one document. It is said by a record with a null value, whose key is the identifier.
 * `version` comes from the `version` header; where the producer sends none it is null, and the order of the records
 * decides: whatever version is known when the tombstone is read is erased.
 */
export interface Tombstone {
  readonly kind: DocumentKind;
  readonly id: string;
  readonly version: number | null;
  /** ISO 8601, UTC: when the log accepted the tombstone. */
  readonly occurredAt: string;
}

const VERSION = /^[1-9]\d{0,15}$/;

/** @throws InvalidEventError naming `key` or `headers.version`. */
export function parseTombstone(kind: DocumentKind, record: Omit<KeyedRecord, 'value'>): Tombstone {
  const violations: Violation[] = [];
  if (!id.test(record.key)) violations.push({ field: 'key', reason: id.reason });
  const header = Object.hasOwn(record.headers, HEADERS.version) ? record.headers[HEADERS.version] : undefined;
  const version = header === undefined ? null : Number(header);
  if (header !== undefined && (!VERSION.test(header) || !Number.isSafeInteger(version))) {
    violations.push({ field: `headers.${HEADERS.version}`, reason: 'Must be an integer of at least 1.' });
  }
  if (violations.length > 0) throw new InvalidEventError(`${kind} tombstone`, violations);
  return { kind, id: record.key, version, occurredAt: new Date(record.timestamp).toISOString() };
}
