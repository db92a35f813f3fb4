import { setImmediate as turn } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { type MatchEntry, type MatchesEvent, SCHEMA_VERSION, TOPICS } from '@passerelle/contracts';
import type { DocumentKey } from '@passerelle/matching';
import type { Provenance, Store, StoredList } from '@passerelle/store';
import type { EventStream, OutgoingRecord } from '@passerelle/stream';
import type { Counter, Metrics } from '@passerelle/telemetry';
import type { Board } from './board';
import { matchEntries } from './match-entry';

/** All that a list is made from; a list of the same basis says the same. */
interface Basis {
  readonly schemaVersion: number;
  readonly provenance: Provenance;
  /** Of the document whose list it is. */
  readonly version: number;
  readonly entries: readonly { readonly id: string; readonly score: number; readonly version: number }[];
}

/** A list as it was published. */
interface PublishedList {
  readonly event: MatchesEvent;
  readonly basis: Basis;
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
      const last = stored?.list as PublishedList | undefined;
      const basis = this.basisOf(key);
      if (last !== undefined && isDeepStrictEqual(last.basis, basis)) continue;
      const event = this.eventOf(key, (stored?.revision ?? 0) + 1, reusable(last, basis));
      records.push({ key: keyOf(key), value: JSON.stringify(event) });
      lists.push({ ...key, revision: event.revision, list: { event, basis } satisfies PublishedList });
      await turn();
    }
    if (records.length > 0) await this.stream.publish(TOPICS.matches, records);
    if (lists.length > 0) await this.store.putLists(lists);
    for (const { kind } of lists) this.published.add({ kind });
  }

  private eventOf({ kind, id }: DocumentKey, revision: number, known: ReadonlyMap<string, MatchEntry>): MatchesEvent {
    return {
      schemaVersion: SCHEMA_VERSION,
      ...{ kind, id, revision },
      publishedAt: new Date().toISOString(),
      provenance: this.provenance,
      unscorable: this.board.index.get(kind, id).unscorable,
      entries: matchEntries(this.board.index, { kind, id }, this.board.list(kind, id), known),
    };
  }

  private basisOf({ kind, id }: DocumentKey): Basis {
    const other = kind === 'offer' ? 'profile' : 'offer';
    return {
      schemaVersion: SCHEMA_VERSION,
      provenance: this.provenance,
      version: this.board.versionOf(kind, id)!,
      entries: this.board
        .list(kind, id)
        .map((match) => ({ id: match.id, score: match.score, version: this.board.versionOf(other, match.id)! })),
    };
  }
}

/** Entries of the last list whose pair is the same as it was then: its explanation need not be made again. */
function reusable(last: PublishedList | undefined, basis: Basis): ReadonlyMap<string, MatchEntry> {
  if (last === undefined || last.basis.version !== basis.version) return new Map();
  const { schemaVersion, provenance } = last.basis;
  if (
    !isDeepStrictEqual(
      { schemaVersion, provenance },
      { schemaVersion: basis.schemaVersion, provenance: basis.provenance },
    )
  ) {
    return new Map();
  }
  const versions = new Map(basis.entries.map(({ id, version }) => [id, version]));
  const same = new Set(
    last.basis.entries.filter(({ id, version }) => versions.get(id) === version).map(({ id }) => id),
  );
  return new Map(last.event.entries.filter(({ id }) => same.has(id)).map((entry) => [entry.id, entry]));
}
