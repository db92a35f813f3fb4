import type { Store } from '@passerelle/store';
import { toMatchDocument } from '../documents/match-document';
import type { Documents } from '../documents/documents';
import type { Board } from './board';
import type { DeadLetters } from './dead-letters';
import type { ListPublisher } from './list-publisher';
import type { Outcome } from './outcome';
import type { Work } from './work';

type Of<Type extends Work['type']> = Extract<Work, { type: Type }>;

/**
 * The second half of the road: dead letters, store, index, lists. Every effect may be done again: after a failure the same
 * records come back, what is stored is found stored, and the lists that had changed are still marked.
 */
export class Effects {
  constructor(
    private readonly store: Store,
    private readonly deadLetters: DeadLetters,
    private readonly documents: Documents,
    private readonly board: Board,
    private readonly lists: ListPublisher,
  ) {}

  /** One outcome per work, in their order, when all effects are durable. */
  async of(works: readonly Work[]): Promise<readonly Outcome[]> {
    const outcomes = new Map(await this.deadLetters.of(works));
    for (const run of runsOfPuts(works)) {
      if (run[0]?.type === 'put') await this.put(run as readonly Of<'put'>[], outcomes);
      else for (const work of run) outcomes.set(work, outcomes.get(work) ?? (await this.one(work)));
    }
    await this.lists.flush();
    return works.map((work) => outcomes.get(work)!);
  }

  private async put(works: readonly Of<'put'>[], outcomes: Map<Work, Outcome>): Promise<void> {
    const results = await this.store.putDocuments(works.map(({ stored }) => stored));
    for (const [index, work] of works.entries()) {
      const { kind, id } = work.document;
      const { version } = work.stored;
      const result = results[index]!;
      const created = !this.board.index.has(kind, id);
      if (result === 'stale') {
        outcomes.set(work, { type: 'stale' });
        continue;
      }
      // A duplicate that the board lacks was stored by an attempt that failed afterwards.
      if (result === 'applied' || this.board.versionOf(kind, id) !== version) {
        this.lists.mark(this.board.put({ document: work.document, version }));
      }
      outcomes.set(work, result === 'applied' ? { type: 'applied', created } : { type: 'duplicate' });
    }
  }

  private async one(work: Work): Promise<Outcome> {
    if (work.type === 'erase') return this.erase(work);
    if (work.type !== 'seen') throw new Error(`no effect for ${work.type}`);
    if (work.outcome === 'duplicate') await this.index(work);
    return { type: work.outcome };
  }

  /** What an earlier attempt stored and did not come to index. */
  private async index({ kind, id }: Of<'seen'>): Promise<void> {
    const known = await this.store.versionOf(kind, id);
    if (known === null || known.erased || this.board.versionOf(kind, id) === known.version) return;
    const stored = await this.documents.get(kind, id);
    if (stored === null) return;
    const { source, normalized, version } = stored;
    this.lists.mark(
      this.board.put({ document: toMatchDocument({ kind, id, normalized, event: source.event }), version }),
    );
  }

  private async erase({ kind, record, tombstone }: Of<'erase'>): Promise<Outcome> {
    const { id } = tombstone;
    const known = await this.store.versionOf(kind, id);
    if (tombstone.version === null) {
      const isNothingToErase = known === null || (await this.cameAfter(kind, id, record.partition, record.offset));
      if (isNothingToErase) return { type: 'erased', existed: false };
    }
    const version = tombstone.version ?? known!.version;
    const result = await this.store.erase(kind, id, version, tombstone.occurredAt);
    if (result === 'stale') return { type: 'stale' };
    // Done again for a duplicate: the attempt before may have failed half-way.
    this.lists.mark(this.board.remove(kind, id));
    return { type: 'erased', existed: known !== null && !known.erased };
  }

  /** A tombstone without a version erases what came before it in the log, and when delivered again nothing that came later. */
  private async cameAfter(kind: Work['kind'], id: string, partition: number, offset: number): Promise<boolean> {
    const stored = await this.documents.get(kind, id);
    if (stored === null) return false;
    const { position } = stored.source;
    return position.partition === partition && position.offset > offset;
  }
}

/** Puts that follow one another are stored together; anything else stands alone between them, so that order holds. */
function runsOfPuts(works: readonly Work[]): readonly (readonly Work[])[] {
  const runs: Work[][] = [];
  for (const work of works) {
    const last = runs.at(-1);
    if (work.type === 'put' && last?.[0]?.type === 'put') last.push(work);
    else runs.push([work]);
  }
  return runs;
}
