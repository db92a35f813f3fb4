import { InvalidEventError } from '../validation/invalid-input-error';
import type { DocumentKind } from './parts';
import { type EventOf, parseEventJson } from './parse';
import { type KeyedRecord, parseTombstone, type Tombstone } from './tombstone';

/** What one record of the `offers` or `profiles` topic says. */
export type DocumentMessage<Kind extends DocumentKind> =
  | { readonly type: 'event'; readonly event: EventOf[Kind] }
  | { readonly type: 'tombstone'; readonly tombstone: Tombstone };

/**
 * Reads a record as an event or a tombstone.
 * @throws InvalidEventError also when the key is not the event's id: a tombstone would then miss the document.
 */
export function parseRecord<Kind extends DocumentKind>(kind: Kind, record: KeyedRecord): DocumentMessage<Kind> {
  if (record.value === null) return { type: 'tombstone', tombstone: parseTombstone(kind, record) };
  const event = parseEventJson(kind, record.value);
  if (event.id !== record.key) {
    throw new InvalidEventError(`${kind} event`, [{ field: 'id', reason: 'Must be the key of the record.' }]);
  }
  return { type: 'event', event };
}
