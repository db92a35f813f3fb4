import type { MatchEngine } from './engine';
import { InvertedIndex } from './inverted-index';
import type { PreparedDocument } from './prepared-document';

/** All documents of one kind, each in a slot, with one inverted index per block of the score. */
export class Side {
  private readonly slots = new Map<string, number>();
  private readonly documents: (PreparedDocument | undefined)[] = [];
  private readonly free: number[] = [];
  private readonly macros = new InvertedIndex();
  private readonly fiches = new InvertedIndex();
  private readonly savoirs = new InvertedIndex();
  private readonly contextes = new InvertedIndex();

  constructor(private readonly engine: MatchEngine) {}

  get size(): number {
    return this.slots.size;
  }

  get(id: string): PreparedDocument | undefined {
    const slot = this.slots.get(id);
    return slot === undefined ? undefined : this.documents[slot];
  }

  ids(): string[] {
    return [...this.slots.keys()];
  }

  put(prepared: PreparedDocument): void {
    const { id, unscorable } = prepared.document;
    this.remove(id);
    const slot = this.free.pop() ?? this.documents.length;
    this.slots.set(id, slot);
    this.documents[slot] = prepared;
    if (unscorable !== null) return;
    this.macros.add(slot, prepared.macros);
    this.fiches.add(slot, prepared.fiches);
    this.savoirs.add(slot, prepared.savoirs);
    this.contextes.add(slot, prepared.contextes);
  }

  remove(id: string): boolean {
    const slot = this.slots.get(id);
    if (slot === undefined) return false;
    if (this.documents[slot]!.document.unscorable === null) {
      for (const index of [this.macros, this.fiches, this.savoirs, this.contextes]) index.remove(slot);
    }
    this.slots.delete(id);
    this.documents[slot] = undefined;
    this.free.push(slot);
    return true;
  }

  /** Calls `visit` with every document that has a score above 0 for the query. */
  scan(prepared: PreparedDocument, visit: (score: number, candidate: PreparedDocument) => void): void {
    const query = this.engine.query(prepared);
    const macro = this.sums(this.macros, query.macro);
    const metier = this.sums(this.fiches, query.metier);
    const savoir = this.sums(this.savoirs, query.savoir);
    const contexte = this.sums(this.contextes, query.contexte);
    for (let slot = 0; slot < this.documents.length; slot++) {
      const score = this.engine.combine(macro[slot]!, metier[slot]!, savoir[slot]!, contexte[slot]!);
      if (score > 0) visit(score, this.documents[slot]!);
    }
  }

  /** Slots of unscorable documents and empty ones are in no posting: their sums stay 0. */
  private sums(index: InvertedIndex, query: Parameters<InvertedIndex['accumulate']>[0]): Float64Array {
    const sums = new Float64Array(this.documents.length);
    index.accumulate(query, sums);
    return sums;
  }
}
