import type { Constraints, DocumentKind, MatchDocument } from './document';
import type { MatchEngine } from './engine';
import { explainPair, outlinePair } from './explain';
import type { Explanation } from './explanation';
import type { PreparedDocument } from './prepared-document';
import { Side } from './side';
import { TopK, type Match } from './top-k';

/** A document named by kind and id. */
export interface DocumentKey {
  readonly kind: DocumentKind;
  readonly id: string;
}

/** Which documents may stand in a list; all given conditions hold. */
export interface MatchFilter {
  /** The document lies in it, or its person is ready to work there. */
  readonly departement?: string;
  /** The contract of the offer, or one that the person says to accept. */
  readonly contractType?: string;
  /** Any other condition on what a document declares. */
  readonly where?: (constraints: Constraints) => boolean;
}

export interface TopKOptions {
  /** At most this many; a whole number, 0 or more. */
  readonly limit: number;
  /** Least score, 0..1. Default 0; a pair that scores 0 has nothing in common and is never listed. */
  readonly minScore?: number;
  readonly filter?: MatchFilter;
}

/** No such document in the index. */
export class UnknownDocumentError extends Error {
  constructor(readonly key: DocumentKey) {
    super(`no ${key.kind} with id ${key.id}`);
    this.name = 'UnknownDocumentError';
  }
}

/**
 * All offers and all profiles, ranked for each other exactly: lists are equal, ids and scores, to scoring every pair. A list
 * costs one pass over the postings of the query's dimensions, O(documents); update and removal O(dimensions of the document).
 */
export class MatchIndex {
  private readonly sides: Readonly<Record<DocumentKind, Side>>;

  constructor(readonly engine: MatchEngine) {
    this.sides = { offer: new Side(engine), profile: new Side(engine) };
  }

  /** Adds a document, or replaces the one of its kind and id. @throws {InvalidMatchDocumentError} and changes nothing */
  put(document: MatchDocument): void {
    this.sides[document.kind].put(this.engine.prepare(document));
  }

  /** @returns whether it was there */
  remove(kind: DocumentKind, id: string): boolean {
    return this.sides[kind].remove(id);
  }

  has(kind: DocumentKind, id: string): boolean {
    return this.sides[kind].get(id) !== undefined;
  }

  /** @throws {UnknownDocumentError} */
  get(kind: DocumentKind, id: string): MatchDocument {
    return this.prepared({ kind, id }).document;
  }

  size(kind: DocumentKind): number {
    return this.sides[kind].size;
  }

  ids(kind: DocumentKind): string[] {
    return this.sides[kind].ids();
  }

  /**
   * The best documents of the other kind, best first, ties by id. The query need not be in the index if it is given whole.
   * Unscorable documents stand in no list, and their own is empty.
   * @throws {UnknownDocumentError} for a key that is not in the index
   * @throws {RangeError} for a limit that is no whole number
   */
  topK(query: DocumentKey | MatchDocument, { limit, minScore = 0, filter = {} }: TopKOptions): Match[] {
    if (!Number.isInteger(limit) || limit < 0) throw new RangeError(`limit: a whole number was expected, not ${limit}`);
    const best = new TopK(limit);
    this.scan(this.prepared(query), (score, candidate) => {
      // Most candidates end here, before their document is touched: that is where the time would go.
      if (score < minScore || score < best.floor) return;
      const { id, constraints } = candidate.document;
      if (best.admits(score, id) && passes(constraints, filter)) best.add({ id, score });
    });
    return best.sorted();
  }

  /** Calls `visit` with every scorable document of the other kind that has a score above 0. */
  scan(query: PreparedDocument, visit: (score: number, candidate: PreparedDocument) => void): void {
    if (query.document.unscorable === null) this.sides[otherKind(query.document.kind)].scan(query, visit);
  }

  /** @throws {UnknownDocumentError} */
  explain(offerId: string, profileId: string): Explanation {
    const offer = this.prepared({ kind: 'offer', id: offerId });
    return explainPair(this.engine, offer, this.prepared({ kind: 'profile', id: profileId }));
  }

  /** What {@link explain} says of skills and vetoes, without potentials and sentence. @throws {UnknownDocumentError} */
  outline(offerId: string, profileId: string): Pick<Explanation, 'items' | 'vetoes'> {
    const offer = this.prepared({ kind: 'offer', id: offerId });
    return outlinePair(this.engine, offer, this.prepared({ kind: 'profile', id: profileId }));
  }

  /** @throws {UnknownDocumentError} */
  prepared(query: DocumentKey | MatchDocument): PreparedDocument {
    if ('macros' in query) return this.engine.prepare(query);
    const known = this.sides[query.kind].get(query.id);
    if (known === undefined) throw new UnknownDocumentError({ kind: query.kind, id: query.id });
    return known;
  }
}

export function otherKind(kind: DocumentKind): DocumentKind {
  return kind === 'offer' ? 'profile' : 'offer';
}

function passes(constraints: Constraints, { departement, contractType, where }: MatchFilter): boolean {
  if (departement !== undefined && constraints.departement !== departement) {
    if (constraints.mobility?.includes(departement) !== true) return false;
  }
  if (contractType !== undefined && !constraints.contractTypes.includes(contractType)) return false;
  return where === undefined || where(constraints);
}
