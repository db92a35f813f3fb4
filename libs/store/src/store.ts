/**
 * Port: the durable document store. Adapters: `embedded/` (no server), `mongo/`. Every effect is idempotent by
 * (id, version), so that replaying an event changes nothing. The contract suite in `test/contracts` runs on every adapter.
 */

export type DocumentKind = 'offer' | 'profile';

/** What produced a stored document, so that a change of any of them can be seen and redone. */
export interface Provenance {
  readonly romeVersion: string;
  readonly modelVersion: string;
  readonly weightsVersion: string;
}

/** A normalised document: `source` is the validated event, `normalized` what was read in it; both plain JSON. */
export interface StoredDocument<Source = unknown, Normalized = unknown> {
  readonly kind: DocumentKind;
  readonly id: string;
  readonly version: number;
  readonly source: Source;
  readonly normalized: Normalized;
  readonly provenance: Provenance;
  /** ISO 8601, UTC. */
  readonly storedAt: string;
}

/** After an erasure nothing is kept but this, so that an older event that comes late does not bring the person back. */
export interface Erased {
  readonly kind: DocumentKind;
  readonly id: string;
  readonly version: number;
  readonly erasedAt: string;
}

/**
 * `applied`: written; `duplicate`: this very version is already there; `stale`: a newer version (or erasure) is there.
 * Neither of the last two changes anything.
 */
export type PutOutcome = 'applied' | 'duplicate' | 'stale';

/** The current match list of one document, as last published. Plain JSON. */
export interface StoredList {
  readonly kind: DocumentKind;
  readonly id: string;
  /** Grows by one at each publication of this list. */
  readonly revision: number;
  readonly list: unknown;
}

export interface Store {
  /** Durable (fsync) when it resolves; the outcomes are in the order of `documents`; several versions of one id in one call behave as if put in turn. */
  putDocuments(documents: readonly StoredDocument[]): Promise<readonly PutOutcome[]>;
  /** Erases the document and its list, whatever version is stored if `version` is not older. */
  erase(kind: DocumentKind, id: string, version: number, erasedAt: string): Promise<PutOutcome>;
  getDocument(kind: DocumentKind, id: string): Promise<StoredDocument | null>;
  /** Newest version seen of an id, erased or not; null if never seen. */
  versionOf(kind: DocumentKind, id: string): Promise<{ readonly version: number; readonly erased: boolean } | null>;
  /** All live documents of a kind in ascending id order, streamed. */
  documents(kind: DocumentKind): AsyncIterable<StoredDocument>;
  countDocuments(kind: DocumentKind): Promise<number>;
  putLists(lists: readonly StoredList[]): Promise<void>;
  getList(kind: DocumentKind, id: string): Promise<StoredList | null>;
  lists(kind: DocumentKind): AsyncIterable<StoredList>;
  ping(): Promise<void>;
  close(): Promise<void>;
}
