import { createHash } from 'node:crypto';
import { setImmediate as turn } from 'node:timers/promises';
import { type MatchesEvent, SCHEMA_VERSION, TOPICS } from '@passerelle/contracts';
import type { DocumentKey } from '@passerelle/matching';
import type { Provenance, Store, StoredList } from '@passerelle/store';
import type { EventStream, OutgoingRecord } from '@passerelle/stream';
import type { Counter, Metrics } from '@passerelle/telemetry';
import type { Board } from './board';
import { matchEntries } from './match-entry';

/** A published list, and a digest of all that it was made from. */
export interface PublishedList {
  readonly event: MatchesEvent;
  readonly basis: string;
}

/** Lists made and published at a time; between two lists requests get their turn. */
const CHUNK = 100;

const keyOf = ({ kind, id }: DocumentKey): string => `${kind}:${id}`;

/**
 * Says lists on the `matches` topic and keeps what it said. A list that is marked stays marked until it has been published
 * and kept, so that a failed attempt forgets nothing; a list made from what its last publication was made from is passed over.
 */
export class ListPublisher {
  private readonly marked = new Map<string, DocumentKey>();
  private readonly published: Counter<'kind'>;

  constructor(
    private readonly board: Board,
    private readonly stream: EventStream,
    private readonly store: Store,
    private readonly provenance: Provenance,
    metrics: Metrics,
  ) {
    this.published = metrics.counter('lists_published', 'Match lists said on the matches topic', ['kind']);
  }

  mark(keys: readonly DocumentKey[]): void {
    for (const { kind, id } of keys) this.marked.set(keyOf({ kind, id }), { kind, id });
  }

  /** Publishes every marked list that has changed. One call at a time, while the board stands still. */
  async flush(): Promise<void> {
    while (this.marked.size > 0) {
      const chunk = [...this.marked.values()].slice(0, CHUNK);
      await this.say(chunk);
      for (const key of chunk) this.marked.delete(keyOf(key));
    }
  }

  private async say(keys: readonly DocumentKey[]): Promise<void> {
    const records: OutgoingRecord[] = [];
    const lists: StoredList[] = [];
    for (const key of keys) {
      if (!this.board.index.has(key.kind, key.id)) {
        records.push({ key: keyOf(key), value: null });
        continue;
      }
      const stored = await this.store.getList(key.kind, key.id);
      const basis = this.basisOf(key);
      if ((stored?.list as PublishedList | undefined)?.basis === basis) continue;
      const event = this.eventOf(key, (stored?.revision ?? 0) + 1);
      records.push({ key: keyOf(key), value: JSON.stringify(event) });
      lists.push({ ...key, revision: event.revision, list: { event, basis } satisfies PublishedList });
      await turn();
    }
    if (records.length > 0) await this.stream.publish(TOPICS.matches, records);
    if (lists.length > 0) await this.store.putLists(lists);
    for (const { kind } of lists) this.published.add({ kind });
  }

  private eventOf({ kind, id }: DocumentKey, revision: number): MatchesEvent {
    return {
      schemaVersion: SCHEMA_VERSION,
      ...{ kind, id, revision },
      publishedAt: new Date().toISOString(),
      provenance: this.provenance,
      unscorable: this.board.index.get(kind, id).unscorable,
      entries: matchEntries(this.board.index, { kind, id }, this.board.list(kind, id)),
    };
  }

  /** Equal exactly when the list would say the same: who is in it, in which version, with which score, made by what. */
  private basisOf({ kind, id }: DocumentKey): string {
    const other = kind === 'offer' ? 'profile' : 'offer';
    const entries = this.board
      .list(kind, id)
      .map((match) => [match.id, match.score, this.board.versionOf(other, match.id)]);
    const basis = [SCHEMA_VERSION, this.provenance, this.board.versionOf(kind, id), entries];
    return createHash('sha256').update(JSON.stringify(basis)).digest('base64url');
  }
}
