import { type DeadLetter, deadLetterOf, TOPICS } from '@passerelle/contracts';
import type { EventStream, OutgoingRecord } from '@passerelle/stream';
import { MAX_RECORD_BYTES } from '../adapters';
import type { Outcome } from './outcome';
import type { Work } from './work';

/** Key, headers and the log's own bookkeeping of a dead letter, generously. */
const MARGIN_BYTES = 64 * 1024;

/** Keeps refused records with the reason, and erases them with the person they may be about. */
export class DeadLetters {
  constructor(private readonly stream: EventStream) {}

  /** @returns the outcome of every rejected work */
  async of(works: readonly Work[]): Promise<ReadonlyMap<Work, Outcome>> {
    const outcomes = new Map<Work, Outcome>();
    const records = works.flatMap((work): OutgoingRecord[] => {
      const key = `${work.kind}:${work.record.key}`;
      if (work.type === 'erase') return [{ key, value: null }];
      if (work.type !== 'reject') return [];
      const letter = deadLetterOf(work.record, work.error, new Date());
      outcomes.set(work, { type: 'rejected', error: letter.error });
      return [{ key, value: written(letter) }];
    });
    if (records.length > 0) await this.stream.publish(TOPICS.deadLetters, records);
    return outcomes;
  }
}

/** A letter that no log would take must not stop the road: the record stays where the letter says it is. */
function written(letter: DeadLetter): string {
  const whole = JSON.stringify(letter);
  if (Buffer.byteLength(whole) <= MAX_RECORD_BYTES - MARGIN_BYTES) return whole;
  const message = `${letter.error.message} The value is too large to be repeated here.`;
  return JSON.stringify({ ...letter, value: null, headers: {}, error: { ...letter.error, message } });
}
