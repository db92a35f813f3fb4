import type { DocumentKind, PutOutcome, StoredDocument, StoredList } from '../store';
import { countKey, documentKey, headKey, listKey } from './keys';

/** What is known of one id. After an erasure only its version and its instant are left. */
interface Head {
  /** Newest version seen; null where only a list was stored. */
  readonly version: number | null;
  /** ISO 8601; null where the document is not erased. */
  readonly erasedAt: string | null;
  /** Of the list; null where there is none. */
  readonly revision: number | null;
}

const UNSEEN: Head = { version: null, erasedAt: null, revision: null };

type Operation =
  | { readonly type: 'put'; readonly key: string; readonly value: string }
  | { readonly type: 'del'; readonly key: string };

export function decodeHead(stored: string | undefined): Head {
  return stored === undefined ? UNSEEN : (JSON.parse(stored) as Head);
}

const isLive = (head: Head): boolean => head.version !== null && head.erasedAt === null;

/**
 * Works out the effects of several calls in turn, each against what is stored and what the calls before it do, so that
 * all can be written at once.
 */
export class Effects {
  readonly #operations: Operation[] = [];
  readonly #changed = new Map<string, Head>();
  readonly counts: Map<DocumentKind, number>;

  /** `heads`, by head key, has every id that the effects touch. */
  constructor(
    private readonly heads: ReadonlyMap<string, Head>,
    counts: ReadonlyMap<DocumentKind, number>,
  ) {
    this.counts = new Map(counts);
  }

  putDocument({ kind, id, version }: StoredDocument, json: string): PutOutcome {
    const head = this.#headOf(kind, id);
    if (head.version !== null && version <= head.version) {
      return version === head.version && isLive(head) ? 'duplicate' : 'stale';
    }
    if (!isLive(head)) this.#count(kind, 1);
    this.#put(documentKey(kind, id), json);
    this.#setHead(kind, id, { ...head, version, erasedAt: null });
    return 'applied';
  }

  erase(kind: DocumentKind, id: string, version: number, erasedAt: string): PutOutcome {
    const head = this.#headOf(kind, id);
    if (head.version !== null && version <= head.version) {
      if (version < head.version) return 'stale';
      if (!isLive(head)) return 'duplicate';
    }
    if (isLive(head)) this.#count(kind, -1);
    this.#delete(documentKey(kind, id));
    this.#delete(listKey(kind, id));
    this.#setHead(kind, id, { version, erasedAt, revision: null });
    return 'applied';
  }

  putList({ kind, id, revision }: StoredList, json: string): void {
    const head = this.#headOf(kind, id);
    // A list worked out before an erasure would bring back what was erased.
    if (head.erasedAt !== null) return;
    if (head.revision !== null && revision <= head.revision) return;
    this.#put(listKey(kind, id), json);
    this.#setHead(kind, id, { ...head, revision });
  }

  /** Everything to write, in order. Nothing when nothing changes. */
  operations(): readonly Operation[] {
    const heads = [...this.#changed].map(([key, head]) => put(key, JSON.stringify(head)));
    if (heads.length === 0) return [];
    const counts = [...this.counts].map(([kind, count]) => put(countKey(kind), String(count)));
    return [...this.#operations, ...heads, ...counts];
  }

  #headOf(kind: DocumentKind, id: string): Head {
    const key = headKey(kind, id);
    return this.#changed.get(key) ?? this.heads.get(key)!;
  }

  #setHead(kind: DocumentKind, id: string, head: Head): void {
    this.#changed.set(headKey(kind, id), head);
  }

  #put(key: string, value: string): void {
    this.#operations.push(put(key, value));
  }

  #delete(key: string): void {
    this.#operations.push({ type: 'del', key });
  }

  #count(kind: DocumentKind, by: number): void {
    this.counts.set(kind, this.counts.get(kind)! + by);
  }
}

function put(key: string, value: string): Operation {
  return { type: 'put', key, value };
}
