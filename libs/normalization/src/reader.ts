import type { Concept } from '@passerelle/rome';
import { type Clause, fold, segment } from '@passerelle/text';
import type { BoostedTrees } from './boosted-trees';
import { type Candidate, candidateFeatures, dense } from './candidate-features';
import type { Knowledge } from './knowledge';
import { GenderForms } from './gender-forms';
import { terms } from './lexical-index';
import { type FicheClues, type MetierBelief, MetierGuesser, type MetierParameters } from './metiers';
import type { SourceDocument } from './normalized-document';
import { type KnownText, TextMemory } from './text-memory';
import { cleanTitle } from './title';

export interface ReaderParameters {
  readonly metier: MetierParameters;
  /** Weight of the cosine in the untrained score of a candidate. */
  readonly meaning: number;
  /** Weight of the lexical similarity in it. */
  readonly lexical: number;
  /** Weight of the prior in it; 0 reads each clause as if it stood alone. */
  readonly prior: number;
  /** Fiches whose items are compared with every clause, whether a search brought them up or not. */
  readonly includedFiches: number;
}

/** A span that was read, and what it may express, best first. */
export interface ReadSpan {
  readonly text: string;
  /** Null for a note of a structured field, which has no place in the text. */
  readonly clause: Clause | null;
  readonly candidates: readonly Candidate[];
  /** Rows of `CANDIDATE_FEATURES`, one for each candidate. */
  readonly features: readonly Float64Array[];
  /** Probability that an expert agrees, one for each candidate. */
  readonly probabilities: readonly number[];
}

export interface Reading {
  readonly clauses: readonly ReadSpan[];
  readonly spans: readonly ReadSpan[];
  readonly beliefs: readonly MetierBelief[];
  /** What speaks for each fiche, by fiche index. */
  readonly metierClues: readonly FicheClues[];
  /** Expectation of the guessed métiers by concept index. */
  readonly prior: ReadonlyMap<number, number>;
  readonly macroPrior: ReadonlyMap<number, number>;
}

interface Pending extends KnownText {
  readonly text: string;
  readonly clause: Clause | null;
}

/** Candidates kept for a clause of a document, and for a span given by hand. */
const KEPT = { clause: 16, span: 60 };
/** A declared ROME code counts as this much belief. */
const DECLARED = 0.5;

/** Reads a text: clauses, candidates for each, métiers of the whole, and what speaks for each candidate. */
export class Reader {
  private readonly guesser: MetierGuesser;
  private readonly genderForms: GenderForms;
  private readonly memory = new TextMemory();
  private readonly rarities = new Map<string, number>();

  constructor(
    private readonly knowledge: Knowledge,
    private readonly parameters: ReaderParameters,
    private readonly trees: BoostedTrees | null,
  ) {
    const { rome } = knowledge;
    this.genderForms = new GenderForms(rome.appellations);
    this.guesser = new MetierGuesser(rome, parameters.metier, knowledge.concepts, knowledge.metiers);
    for (const labelTerms of knowledge.concepts.labelTerms.values()) {
      for (const term of labelTerms) this.rarities.set(term, (this.rarities.get(term) ?? 0) + 1);
    }
    for (const [term, count] of this.rarities) this.rarities.set(term, Math.log(1 + rome.concepts.length / count));
  }

  /** @param spans further texts to read as part of the document, each on its own */
  async read(source: SourceDocument, spans: readonly string[] = []): Promise<Reading> {
    const clauses = segment(source).clauses.filter(({ exclusion, text }) => exclusion === null && this.saysWork(text));
    const notes = source.notes ?? [];
    const heard = (text: string): string => this.genderForms.masculine(withoutMarkup(text));
    const said = clauses.map(({ text }) => heard(text));
    const title = heard(cleanTitle(source.title));
    const texts = [...said, ...notes.map(heard), ...spans.map(heard)];
    const firstSpan = texts.length - spans.length;
    const known = await this.recall(texts);
    const pending = texts.map((text, index): Pending => {
      const span = spans[index - firstSpan];
      const clause = clauses[index] ?? (span === undefined ? null : placeOf(span, source, clauses));
      return { text, clause, ...known[index]! };
    });
    // Of the clauses alone: what stands around them (name, age, address, employer, leisure) is no ground for a métier.
    const [titleVector, whole] = await this.vectors([title, said.join('\n')]);
    const metierClues = this.guesser.clues({
      title: title === '' ? null : this.knowledge.metiers.search(title, titleVector!),
      whole: whole!,
      concepts: strongest(pending),
    });
    const beliefs = this.declared(source, this.guesser.guess(metierClues));
    const prior = this.guesser.prior(beliefs);
    const macroPrior = this.byMacro(prior);
    this.includeExpected(pending, beliefs);
    const ranked = pending.map((span, index) => this.rank(span, prior, index >= firstSpan ? KEPT.span : KEPT.clause));
    const support = this.support(ranked);
    const done = pending.map((span, index) => this.weigh(span, ranked[index]!, source, macroPrior, support));
    return { clauses: done.slice(0, firstSpan), spans: done.slice(firstSpan), beliefs, metierClues, prior, macroPrior };
  }

  /** A name or a town has no word of the référentiel. */
  private saysWork(text: string): boolean {
    return terms(text).some((term) => this.rarities.has(term));
  }

  macroOf = (concept: number): number => this.concept(concept).macro;

  private async vectors(texts: readonly string[]): Promise<Float32Array[]> {
    const { model } = this.knowledge;
    const all = await model.encode(texts);
    return texts.map((_, index) => all.subarray(index * model.dimensions, (index + 1) * model.dimensions));
  }

  /** What each text calls up by itself, remembered or worked out now. */
  private async recall(texts: readonly string[]): Promise<KnownText[]> {
    const known = texts.map((text) => this.memory.recall(text));
    const fresh = texts.filter((_, index) => known[index] === undefined);
    const vectors = fresh.length > 0 ? await this.vectors(fresh) : [];
    let next = 0;
    return texts.map((text, index) => {
      const remembered = known[index];
      if (remembered) return remembered;
      const vector = vectors[next++]!;
      const found = this.knowledge.concepts.search(text, vector);
      this.memory.remember(text, { vector, found });
      return { vector, found };
    });
  }

  private concept(index: number): Concept {
    return this.knowledge.rome.concepts[index]!;
  }

  private declared(source: SourceDocument, guessed: MetierBelief[]): MetierBelief[] {
    const { rome } = this.knowledge;
    const codes = (source.romeCodes ?? []).filter((code) => rome.hasFiche(code));
    if (codes.length === 0) return guessed;
    const beliefs = new Map(guessed.map(({ fiche, belief }) => [fiche, belief * (1 - DECLARED)]));
    for (const code of codes) {
      const { index } = rome.fiche(code);
      beliefs.set(index, (beliefs.get(index) ?? 0) + DECLARED / codes.length);
    }
    return [...beliefs]
      .map(([fiche, belief]) => ({ fiche, belief }))
      .sort((a, b) => b.belief - a.belief || a.fiche - b.fiche);
  }

  private byMacro(prior: ReadonlyMap<number, number>): Map<number, number> {
    const best = new Map<number, number>();
    for (const [concept, value] of prior) {
      const macro = this.macroOf(concept);
      if (macro >= 0) best.set(macro, Math.max(best.get(macro) ?? 0, value));
    }
    return best;
  }

  /** What the likeliest métiers list is compared with every clause: a search may have missed it. */
  private includeExpected(pending: readonly Pending[], beliefs: readonly MetierBelief[]): void {
    const { rome, concepts } = this.knowledge;
    const expected = new Set<number>();
    for (const { fiche } of beliefs.slice(0, this.parameters.includedFiches)) {
      for (const { concept } of rome.fiches[fiche]!.items) expected.add(concept);
    }
    for (const { found, vector } of pending) concepts.include(found, expected, vector);
  }

  private rank({ found }: Pending, prior: ReadonlyMap<number, number>, kept: number): Candidate[] {
    const { meaning, lexical, prior: priorWeight } = this.parameters;
    return [...found]
      .map(([concept, score]): Candidate => {
        const expected = prior.get(concept) ?? 0;
        const base = meaning * dense(score) + lexical * score.lexical + priorWeight * Math.sqrt(expected);
        return { concept, label: score.label, wording: score.wording, lexical: score.lexical, prior: expected, base };
      })
      .sort((a, b) => b.base - a.base || a.concept - b.concept)
      .slice(0, kept);
  }

  /** For each macro (or lone concept), the two best clauses that speak for it: one clause supports the others, not itself. */
  private support(ranked: readonly (readonly Candidate[])[]): Map<number, [number, number]> {
    const support = new Map<number, [number, number]>();
    for (const candidates of ranked) {
      const own = new Map<number, number>();
      for (const candidate of candidates) {
        const unit = this.unitOf(candidate.concept);
        own.set(unit, Math.max(own.get(unit) ?? 0, dense(candidate)));
      }
      for (const [unit, score] of own) {
        const [first, second] = support.get(unit) ?? [0, 0];
        support.set(unit, score > first ? [score, first] : [first, Math.max(second, score)]);
      }
    }
    return support;
  }

  /** Macro of a concept, or a number of its own for a concept without one. */
  private unitOf(concept: number): number {
    const macro = this.macroOf(concept);
    return macro >= 0 ? macro : -1 - concept;
  }

  private weigh(
    { text, clause }: Pending,
    candidates: readonly Candidate[],
    source: SourceDocument,
    macroPrior: ReadonlyMap<number, number>,
    support: ReadonlyMap<number, readonly [number, number]>,
  ): ReadSpan {
    const own = new Map<number, number>();
    for (const candidate of candidates) {
      const unit = this.unitOf(candidate.concept);
      own.set(unit, Math.max(own.get(unit) ?? 0, dense(candidate)));
    }
    const features = candidateFeatures({
      clause,
      kind: source.kind,
      clauseTerms: terms(text),
      candidates,
      macroOf: this.macroOf,
      kindOf: (concept) => this.concept(concept).kind,
      termsOf: (concept) => this.knowledge.concepts.labelTerms.get(concept)!,
      macroPrior,
      rarity: (term) => this.rarities.get(term) ?? Math.log(1 + this.knowledge.rome.concepts.length),
      elsewhere: (concept) => {
        const unit = this.unitOf(concept);
        const [first, second] = support.get(unit) ?? [0, 0];
        return own.get(unit) === first ? second : first;
      },
    });
    const { trees } = this;
    const probabilities = trees
      ? features.map((row) => trees.probability(row))
      : candidates.map(({ base }) => Math.min(1, Math.max(0, base)));
    return { text, clause, candidates, features, probabilities };
  }
}

/** The model knows words, neither tags nor entities. */
function withoutMarkup(text: string): string {
  return /[<&]/u.test(text) ? fold(text) : text;
}

/** Best untrained score of each concept over all clauses. */
function strongest(pending: readonly Pending[]): Map<number, number> {
  const best = new Map<number, number>();
  for (const { found } of pending) {
    for (const [concept, score] of found) best.set(concept, Math.max(best.get(concept) ?? 0, dense(score)));
  }
  return best;
}

/** The clause in which a span given by its words stands. */
function placeOf(span: string, source: SourceDocument, clauses: readonly Clause[]): Clause | null {
  for (const field of ['text', 'title'] as const) {
    const start = source[field].indexOf(span);
    if (start < 0) continue;
    const inside = clauses.find(
      (clause) => clause.field === field && clause.start < start + span.length && start < clause.end,
    );
    if (inside) return inside;
  }
  return null;
}
