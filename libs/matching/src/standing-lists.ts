import type { DocumentKind, MatchDocument } from './document';
import { otherKind, type DocumentKey, type MatchIndex } from './match-index';
import { TopK, compareMatches, type Match } from './top-k';

/** A standing list that is no longer what it was. */
export interface ListChange extends DocumentKey {
  /** The list as it stands now, best first; empty for a removed document. */
  readonly list: readonly Match[];
  readonly entered: readonly string[];
  readonly left: readonly string[];
  /** Still in the list, at another rank or score. */
  readonly moved: readonly string[];
}

/** An exact prefix of a full ranking. */
interface Ranking {
  matches: Match[];
  /** Whether it holds every document of the other kind that scores above 0. */
  complete: boolean;
}

/**
 * The best `size` documents of the other kind for every document, kept exact while documents come, change and go: always equal
 * to a fresh {@link MatchIndex.topK}. From its creation on it is the only writer of its index.
 *
 * A change scores the document against the other side once and touches only the lists that it enters or leaves. Each ranking
 * holds a reserve of `size` further documents, so that a fresh search is needed only after `size` departures from one list.
 * Creation over an index that is not empty searches once per document.
 */
export class StandingLists {
  private readonly rankings: Readonly<Record<DocumentKind, Map<string, Ranking>>> = {
    offer: new Map(),
    profile: new Map(),
  };
  /** For every document, the documents of the other kind whose ranking holds it. */
  private readonly holders: Readonly<Record<DocumentKind, Map<string, Set<string>>>> = {
    offer: new Map(),
    profile: new Map(),
  };

  /** @throws {RangeError} for a size that is no whole number of 1 or more */
  constructor(
    private readonly index: MatchIndex,
    private readonly size: number,
  ) {
    if (!Number.isInteger(size) || size < 1)
      throw new RangeError(`size: a whole number from 1 was expected, not ${size}`);
    for (const kind of ['offer', 'profile'] as const) {
      for (const id of index.ids(kind)) this.replace(kind, id, this.search({ kind, id }));
    }
  }

  /** Best first; empty for a document that is not in the index or unscorable. */
  list(kind: DocumentKind, id: string): readonly Match[] {
    return this.visible(this.rankings[kind].get(id));
  }

  /** Adds or replaces a document. @returns every list that changed, its own first. @throws {InvalidMatchDocumentError} */
  put(document: MatchDocument): ListChange[] {
    const { kind, id } = document;
    this.index.put(document);
    const before = this.list(kind, id);
    const scores = this.rankAndScore({ kind, id });
    return changesOf([{ kind, id, before, after: this.list(kind, id) }, ...this.rescore({ kind, id }, scores)]);
  }

  /** @returns every list that changed, its own first; none if there was no such document */
  remove(kind: DocumentKind, id: string): ListChange[] {
    if (!this.index.remove(kind, id)) return [];
    const before = this.list(kind, id);
    this.replace(kind, id, undefined);
    const renewed = this.rescore({ kind, id }, new Map());
    this.holders[kind].delete(id);
    return changesOf([{ kind, id, before, after: [] }, ...renewed]);
  }

  /** Renews the document's own ranking. @returns its score in each other ranking that it may enter or that holds it */
  private rankAndScore({ kind, id }: DocumentKey): Map<string, number> {
    const others = this.rankings[otherKind(kind)];
    const held = this.holders[kind].get(id);
    const best = new TopK(2 * this.size);
    const scores = new Map<string, number>();
    let found = 0;
    this.index.scan(this.index.prepared({ kind, id }), (score, { document: other }) => {
      found++;
      if (best.admits(score, other.id)) best.add({ id: other.id, score });
      const { matches, complete } = others.get(other.id)!;
      const tail = matches[matches.length - 1];
      const enters = complete || (tail !== undefined && compareMatches({ id, score }, tail) < 0);
      if (enters || held?.has(other.id) === true) scores.set(other.id, score);
    });
    this.replace(kind, id, { matches: best.sorted(), complete: found <= 2 * this.size });
    return scores;
  }

  /** Puts a document in its new place, or none, in all rankings that hold it or that it may enter. */
  private rescore({ kind, id }: DocumentKey, scores: ReadonlyMap<string, number>): Renewed[] {
    const owners = new Set([...(this.holders[kind].get(id) ?? []), ...scores.keys()]);
    const ownerKind = otherKind(kind);
    return [...owners].sort(byCodeUnit).map((owner) => {
      const old = this.rankings[ownerKind].get(owner)!;
      const score = scores.get(owner);
      const moved = this.moved(old, id, score);
      const isTooShort = !moved.complete && moved.matches.length < this.size;
      const next = isTooShort ? this.search({ kind: ownerKind, id: owner }) : moved;
      this.replace(ownerKind, owner, next);
      return { kind: ownerKind, id: owner, before: this.visible(old), after: this.visible(next) };
    });
  }

  /** A ranking without the document's old place and with its new one, still an exact prefix. */
  private moved(old: Ranking, id: string, score: number | undefined): Ranking {
    const matches = old.matches.filter((match) => match.id !== id);
    if (score === undefined) return { matches, complete: old.complete };
    const entry = { id, score };
    const place = matches.findIndex((match) => compareMatches(entry, match) < 0);
    if (place >= 0) matches.splice(place, 0, entry);
    else if (old.complete) matches.push(entry);
    // Below the tail of an incomplete prefix, unlisted documents may come before it: it stays out.
    else return { matches, complete: false };
    if (matches.length <= 2 * this.size) return { matches, complete: old.complete };
    return { matches: matches.slice(0, 2 * this.size), complete: false };
  }

  private search(key: DocumentKey): Ranking {
    const matches = this.index.topK(key, { limit: 2 * this.size + 1 });
    return { matches: matches.slice(0, 2 * this.size), complete: matches.length <= 2 * this.size };
  }

  private replace(kind: DocumentKind, id: string, next: Ranking | undefined): void {
    const holders = this.holders[otherKind(kind)];
    for (const match of this.rankings[kind].get(id)?.matches ?? []) holders.get(match.id)?.delete(id);
    if (next === undefined) {
      this.rankings[kind].delete(id);
      return;
    }
    this.rankings[kind].set(id, next);
    for (const match of next.matches) {
      const held = holders.get(match.id) ?? new Set<string>();
      holders.set(match.id, held.add(id));
    }
  }

  private visible(ranking: Ranking | undefined): readonly Match[] {
    return ranking?.matches.slice(0, this.size) ?? [];
  }
}

interface Renewed extends DocumentKey {
  readonly before: readonly Match[];
  readonly after: readonly Match[];
}

function changesOf(renewed: readonly Renewed[]): ListChange[] {
  return renewed
    .map(({ kind, id, before, after }) => {
      const was = new Map(before.map((match, rank) => [match.id, { rank, score: match.score }]));
      const is = new Set(after.map((match) => match.id));
      return {
        kind,
        id,
        list: after,
        entered: after.filter((match) => !was.has(match.id)).map((match) => match.id),
        left: before.filter((match) => !is.has(match.id)).map((match) => match.id),
        moved: after
          .filter(
            ({ id: one, score }, rank) =>
              was.has(one) && (was.get(one)!.rank !== rank || was.get(one)!.score !== score),
          )
          .map((match) => match.id),
      };
    })
    .filter(({ entered, left, moved }) => entered.length + left.length + moved.length > 0);
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : 1;
}
