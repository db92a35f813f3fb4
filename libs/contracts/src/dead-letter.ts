import { InvalidInputError, type Violation } from './validation/invalid-input-error';

/** A record as it was taken from the log. */
export interface RejectedRecord {
  readonly topic: string;
  readonly partition: number;
  readonly offset: number;
  readonly key: string;
  readonly value: string | Uint8Array | null;
  readonly headers: Readonly<Record<string, string>>;
}

/** Why a record was refused. */
export interface DeadLetterError {
  /** Name of the error, for example `InvalidEventError`. */
  readonly name: string;
  /** At most 1,000 characters. */
  readonly message: string;
  /** Every field that is wrong, when the event broke its contract. */
  readonly violations?: readonly Violation[];
}

/** Payload of the `dead-letters` topic: the record as given and why it was refused, so that it can be mended and replayed. */
export interface DeadLetter {
  readonly originalTopic: string;
  readonly partition: number;
  readonly offset: number;
  readonly key: string;
  /** As given; null for a tombstone. */
  readonly value: string | null;
  /** How to read the value: base64 where it was not valid UTF-8. */
  readonly encoding: 'utf-8' | 'base64';
  readonly headers: Readonly<Record<string, string>>;
  readonly error: DeadLetterError;
  /** ISO 8601, UTC. */
  readonly failedAt: string;
}

const MAX_MESSAGE_LENGTH = 1_000;

function readable(value: string | Uint8Array | null): Pick<DeadLetter, 'value' | 'encoding'> {
  if (value === null || typeof value === 'string') return { value, encoding: 'utf-8' };
  try {
    // A byte order mark is part of what was given.
    return { value: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(value), encoding: 'utf-8' };
  } catch {
    return { value: Buffer.from(value).toString('base64'), encoding: 'base64' };
  }
}

function described(error: unknown): DeadLetterError {
  if (!(error instanceof Error)) return { name: 'UnknownError', message: String(error).slice(0, MAX_MESSAGE_LENGTH) };
  const { name, message } = error;
  const short = { name, message: message.slice(0, MAX_MESSAGE_LENGTH) };
  return error instanceof InvalidInputError ? { ...short, violations: error.violations } : short;
}

/** The dead letter of a record that could not be handled. */
export function deadLetterOf(record: RejectedRecord, error: unknown, failedAt: Date): DeadLetter {
  return {
    originalTopic: record.topic,
    partition: record.partition,
    offset: record.offset,
    key: record.key,
    ...readable(record.value),
    headers: record.headers,
    error: described(error),
    failedAt: failedAt.toISOString(),
  };
}
