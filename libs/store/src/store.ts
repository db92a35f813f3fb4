/**
 * Port: the durable document store. Adapters: `embedded/` (no server), `mongo/`. Every effect is idempotent by
 * (id, version), so that replaying an event changes nothing. The contract suite in `test/contracts` runs on every adapter.
 * What an adapter refuses is a `StoreError` of `errors.ts`.
 */

export type DocumentKind = 'offer' | 'profile';

/** What produced a stored document, so that a change of any of them can be seen and redone. */
export interface Provenance {
  readonly romeVersion: string;
  readonly modelVersion: string;
  readonly weightsVersion: string;
}

/**
 * A normalised document: `source` is the validated event, `normalized` what was read in it; both plain JSON. An id takes
 * 1 to 512 bytes of UTF-8, a version is a whole number from 0, the whole takes at most 16 MiB of JSON.
 */
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
  /**
   * Durable (fsync) when it resolves; the outcomes are in the order of `documents`; several versions of one id in one call
   * behave as if put in turn. When one document cannot be kept, none is. A version newer than an erasure lives again.
   */
  putDocuments(documents: readonly StoredDocument[]): Promise<readonly PutOutcome[]>;
  /**
   * Erases the document and its list, whatever version is stored if `version` is not older; also an id never seen. Nothing
   * is kept but kind, id, `version` and `erasedAt` (ISO 8601), so that an older event that comes late, or this very
   * version, does not bring the person back. `duplicate`: this very version is already erased.
   */
  erase(kind: DocumentKind, id: string, version: number, erasedAt: string): Promise<PutOutcome>;
  getDocument(kind: DocumentKind, id: string): Promise<StoredDocument | null>;
  /** Newest version seen of an id, erased or not; null if never seen. */
  versionOf(kind: DocumentKind, id: string): Promise<{ readonly version: number; readonly erased: boolean } | null>;
  /**
   * All live documents of a kind in ascending id order (that of Unicode code points), streamed, as they were when the
   * iteration began.
   */
  documents(kind: DocumentKind): AsyncIterable<StoredDocument>;
  countDocuments(kind: DocumentKind): Promise<number>;
  /** Durable when it resolves. A revision that is not above the stored one, or a list of an erased id, changes nothing. */
  putLists(lists: readonly StoredList[]): Promise<void>;
  getList(kind: DocumentKind, id: string): Promise<StoredList | null>;
  /** As `documents`. */
  lists(kind: DocumentKind): AsyncIterable<StoredList>;
  /** Rejects when the store cannot be reached or written. */
  ping(): Promise<void>;
  /** Finishes what was called before. Afterwards everything rejects. */
  close(): Promise<void>;
}
