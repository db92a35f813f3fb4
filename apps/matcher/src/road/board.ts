import type { DocumentKind } from '@passerelle/contracts';
import type { Versioned } from '../documents/documents';
import { type DocumentKey, type Match, type MatchEngine, MatchIndex, StandingLists } from '@passerelle/matching';

/** The index and the standing lists in memory, and which version of each document they hold. */
export class Board {
  readonly index: MatchIndex;
  private readonly standing: StandingLists;
  private readonly versions: Readonly<Record<DocumentKind, Map<string, number>>> = {
    offer: new Map(),
    profile: new Map(),
  };

  /** Fills the index first and ranks once, which is cheaper than a change of the lists for each document. */
  static async load(engine: MatchEngine, listSize: number, documents: AsyncIterable<Versioned>): Promise<Board> {
    const index = new MatchIndex(engine);
    const versions: (readonly [DocumentKey, number])[] = [];
    for await (const { document, version } of documents) {
      index.put(document);
      versions.push([document, version]);
    }
    const board = new Board(index, listSize);
    for (const [{ kind, id }, version] of versions) board.versions[kind].set(id, version);
    return board;
  }

  private constructor(index: MatchIndex, listSize: number) {
    this.index = index;
    this.standing = new StandingLists(index, listSize);
  }

  versionOf(kind: DocumentKind, id: string): number | undefined {
    return this.versions[kind].get(id);
  }

  list(kind: DocumentKind, id: string): readonly Match[] {
    return this.standing.list(kind, id);
  }

  keys(): DocumentKey[] {
    return (['offer', 'profile'] as const).flatMap((kind) => this.index.ids(kind).map((id) => ({ kind, id })));
  }

  /** @returns every document whose list has to be said anew */
  put({ document, version }: Versioned): DocumentKey[] {
    const { kind, id } = document;
    const isNew = !this.index.has(kind, id);
    const changes = this.standing.put(document);
    this.versions[kind].set(id, version);
    // At the same score, what a list says of this document (vetoes, shared skills) may have changed.
    const holders = isNew ? [] : this.holdersOf({ kind, id });
    return [{ kind, id }, ...changes, ...holders];
  }

  /** @returns every document whose list has to be said anew, its own included */
  remove(kind: DocumentKind, id: string): DocumentKey[] {
    this.versions[kind].delete(id);
    return [{ kind, id }, ...this.standing.remove(kind, id)];
  }

  private holdersOf({ kind, id }: DocumentKey): DocumentKey[] {
    const other = kind === 'offer' ? 'profile' : 'offer';
    return this.index
      .ids(other)
      .filter((owner) => this.standing.list(other, owner).some((match) => match.id === id))
      .map((owner) => ({ kind: other, id: owner }));
  }
}
