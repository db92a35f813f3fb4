import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { type DocumentKind, type EventOf, HEADERS, SCHEMA_VERSION, TOPICS } from '@passerelle/contracts';
import type { Store } from '@passerelle/store';
import type { EventStream, OutgoingRecord } from '@passerelle/stream';
import type { Documents } from '../documents/documents';
import type { Stored } from '../documents/stored';
import type { Outcome } from '../road/outcome';
import { REQUEST_HEADER, type WaitingRequests } from '../road/waiting-requests';
import { notFound, Problem } from './problem';

const TOPIC_OF: Readonly<Record<DocumentKind, string>> = { offer: TOPICS.offers, profile: TOPICS.profiles };

/** `pending`: durable in the log, not processed yet. */
export type Submitted =
  { readonly status: 'created' | 'replaced'; readonly document: Stored } | { readonly status: 'pending' };

/** Brings documents to the event log and, where a caller waits, back what became of them. */
export class Submissions {
  constructor(
    private readonly stream: EventStream,
    private readonly store: Store,
    private readonly documents: Documents,
    private readonly waiting: WaitingRequests,
    private readonly answerWithinMs: number,
  ) {}

  /** Appends events; resolves when they are durable. */
  async append<Kind extends DocumentKind>(kind: Kind, events: readonly EventOf[Kind][]): Promise<void> {
    if (events.length > 0)
      await this.stream.publish(
        TOPIC_OF[kind],
        events.map((event) => recordOf(event)),
      );
  }

  /** @throws Problem 409 for a version that is not new, 422 for a document that cannot be read. */
  async put<Kind extends DocumentKind>(kind: Kind, event: EventOf[Kind]): Promise<Submitted> {
    const known = await this.store.versionOf(kind, event.id);
    if (known !== null && known.version >= event.version) return this.seen(kind, event);
    const outcome = await this.process(kind, recordOf(event));
    if (outcome === null) return { status: 'pending' };
    if (outcome.type === 'applied') {
      const document = await this.documents.get(kind, event.id);
      // Erased by someone else in the meantime.
      if (document === null) throw notFound(kind, event.id);
      return { status: outcome.created ? 'created' : 'replaced', document };
    }
    if (outcome.type === 'rejected') {
      const { message, violations } = outcome.error;
      throw new Problem(422, message, violations ? { errors: violations } : {});
    }
    return this.seen(kind, event);
  }

  /** @returns false when it is not processed yet. @throws Problem 404 when there was nothing to erase. */
  async erase(kind: DocumentKind, id: string): Promise<boolean> {
    const outcome = await this.process(kind, { key: id, value: null });
    if (outcome?.type === 'erased' && outcome.existed) return true;
    if (outcome === null) return false;
    throw notFound(kind, id);
  }

  private async process(kind: DocumentKind, record: OutgoingRecord): Promise<Outcome | null> {
    const request = randomUUID();
    const outcome = this.waiting.wait(request, this.answerWithinMs);
    await this.stream.publish(TOPIC_OF[kind], [
      { ...record, headers: { ...record.headers, [REQUEST_HEADER]: request } },
    ]);
    return outcome;
  }

  /** The very same event again is as good as done; anything else comes too late. */
  private async seen<Kind extends DocumentKind>(kind: Kind, event: EventOf[Kind]): Promise<Submitted> {
    const document = await this.documents.get(kind, event.id);
    if (document?.version === event.version) {
      if (isDeepStrictEqual(plain(document.source.event), plain(event))) return { status: 'replaced', document };
      throw tooLate('version', 'Is known already, with another content.');
    }
    throw tooLate('version', 'Must be greater than the newest version known, that of an erasure included.');
  }
}

function recordOf(event: EventOf[DocumentKind]): OutgoingRecord {
  return {
    key: event.id,
    value: JSON.stringify(event),
    headers: { [HEADERS.schemaVersion]: String(SCHEMA_VERSION) },
  };
}

const plain = (event: object): unknown => JSON.parse(JSON.stringify(event));

function tooLate(field: string, reason: string): Problem {
  return new Problem(409, 'A newer event of this document is known.', { errors: [{ field, reason }] });
}
