import { InvalidEventError } from '../validation/invalid-input-error';
import { validate } from '../validation/validate';
import { OfferEvent } from './offer-event';
import type { DocumentKind } from './parts';
import { ProfileEvent } from './profile-event';

/** The event of each kind. */
export interface EventOf {
  readonly offer: OfferEvent;
  readonly profile: ProfileEvent;
}

const CLASSES: { readonly [Kind in DocumentKind]: new () => EventOf[Kind] } = {
  offer: OfferEvent,
  profile: ProfileEvent,
};

/** Bytes of one event as JSON, at most: room for a text of 100,000 characters however it is escaped. */
export const MAX_EVENT_BYTES = 1_048_576;

/** Reads an event of a kind. @throws InvalidEventError listing every field that is wrong. */
export function parseEvent<Kind extends DocumentKind>(kind: Kind, input: unknown): EventOf[Kind] {
  const result = validate<EventOf[Kind]>(CLASSES[kind], input);
  if ('violations' in result) throw new InvalidEventError(`${kind} event`, result.violations);
  return result.value;
}

/** @throws InvalidEventError listing every field that is wrong. */
export function parseOfferEvent(input: unknown): OfferEvent {
  return parseEvent('offer', input);
}

/** @throws InvalidEventError listing every field that is wrong. */
export function parseProfileEvent(input: unknown): ProfileEvent {
  return parseEvent('profile', input);
}

function parseJson(kind: DocumentKind, raw: string | Uint8Array): unknown {
  const refuse = (reason: string): InvalidEventError =>
    new InvalidEventError(`${kind} event`, [{ field: '(root)', reason }]);
  const bytes = typeof raw === 'string' ? Buffer.byteLength(raw) : raw.byteLength;
  if (bytes > MAX_EVENT_BYTES) throw refuse(`Must be at most ${MAX_EVENT_BYTES} bytes long.`);
  let json: string;
  try {
    json = typeof raw === 'string' ? raw : new TextDecoder('utf-8', { fatal: true }).decode(raw);
  } catch {
    throw refuse('Must be UTF-8.');
  }
  try {
    return JSON.parse(json);
  } catch {
    // The parser's own message quotes the input, which may be personal data.
    throw refuse('Must be JSON.');
  }
}

/** Reads an event from the JSON of one record or line. @throws InvalidEventError, also for what is not UTF-8 or JSON. */
export function parseEventJson<Kind extends DocumentKind>(kind: Kind, raw: string | Uint8Array): EventOf[Kind] {
  return parseEvent(kind, parseJson(kind, raw));
}
