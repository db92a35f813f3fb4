import type { Clause, SectionKind } from '@passerelle/text';
import type { ConceptKind } from '@passerelle/rome';

/** A concept that a clause may express, and all that speaks for it. */
export interface Candidate {
  /** Index in `concepts`. */
  readonly concept: number;
  /** Best cosine of the clause with the official label, -1..1. */
  readonly label: number;
  /** Best cosine with an everyday wording; -1 when none is near. */
  readonly wording: number;
  readonly lexical: number;
  /** What the guessed métiers expect of it. */
  readonly prior: number;
  /** Untrained score by which candidates are first ordered. */
  readonly base: number;
}

/** What is known of the clause and of the document beside the candidate itself. */
export interface CandidateContext {
  readonly clause: Clause | null;
  readonly kind: 'offer' | 'profile';
  readonly clauseTerms: readonly string[];
  /** Candidates of the clause, best base first. */
  readonly candidates: readonly Candidate[];
  /** Index in `macros` of a concept, or -1. */
  readonly macroOf: (concept: number) => number;
  readonly kindOf: (concept: number) => ConceptKind;
  readonly termsOf: (concept: number) => ReadonlySet<string>;
  /** Best expectation of the guessed métiers for any concept of a macro. */
  readonly macroPrior: ReadonlyMap<number, number>;
  /** Weight of a word: how rare it is in the référentiel. */
  readonly rarity: (term: string) => number;
  /** Sum over other clauses of what speaks for the same macro or concept. */
  readonly elsewhere: (concept: number) => number;
}

const SECTIONS: readonly SectionKind[] = ['missions', 'profil', 'competences', 'experience', 'formation', 'conditions'];
const KINDS: readonly ConceptKind[] = ['macroCompetence', 'savoirFaire', 'savoirEtre', 'savoir', 'contexte'];

/** Order in which {@link candidateFeatures} writes. */
export const CANDIDATE_FEATURES = [
  'label',
  'wording',
  'dense',
  'lexical',
  'prior',
  'base',
  'baseGap',
  'rank',
  'topBase',
  'macroDense',
  'macroGap',
  'macroShare',
  'macroPrior',
  'macroMargin',
  'elsewhere',
  'coveredClause',
  'coveredLabel',
  'clauseTerms',
  'offer',
  'inTitle',
  ...KINDS.map((kind) => `is-${kind}`),
  ...SECTIONS.map((section) => `in-${section}`),
  'in-noise',
  'excluded',
] as const;

/** Temperature of the share of a clause's candidates that a macro holds. */
const SHARE_TEMPERATURE = 0.06;

/** A row of features for every candidate of a clause, in the candidates' order. */
export function candidateFeatures(context: CandidateContext): Float64Array[] {
  const { candidates, clause, macroOf } = context;
  const top = candidates[0]?.base ?? 0;
  const groups = new Map<number, { dense: number; share: number }>();
  let shares = 0;
  for (const candidate of candidates) {
    const share = Math.exp((candidate.base - top) / SHARE_TEMPERATURE);
    const group = groups.get(groupOf(candidate.concept)) ?? { dense: -1, share: 0 };
    group.dense = Math.max(group.dense, dense(candidate));
    group.share += share;
    shares += share;
    groups.set(groupOf(candidate.concept), group);
  }
  const byDense = [...groups.values()].map((group) => group.dense).sort((a, b) => b - a);
  const clauseWeight = context.clauseTerms.reduce((sum, term) => sum + context.rarity(term), 0);

  /** Concepts of one macro speak for each other; a savoir or contexte stands alone. */
  function groupOf(concept: number): number {
    const macro = macroOf(concept);
    return macro >= 0 ? macro : -1 - concept;
  }

  return candidates.map((candidate, rank) => {
    const macro = macroOf(candidate.concept);
    const group = groups.get(groupOf(candidate.concept))!;
    const [best = -1, second = -1] = byDense;
    const covered = coverage(context, candidate.concept, clauseWeight);
    const kind = context.kindOf(candidate.concept);
    const section = clause?.section;
    return Float64Array.from([
      candidate.label,
      candidate.wording,
      dense(candidate),
      candidate.lexical,
      candidate.prior,
      candidate.base,
      top - candidate.base,
      rank,
      top,
      group.dense,
      best - group.dense,
      group.share / shares,
      macro >= 0 ? (context.macroPrior.get(macro) ?? 0) : -1,
      group.dense === best ? best - second : group.dense - best,
      context.elsewhere(candidate.concept),
      covered.clause,
      covered.label,
      context.clauseTerms.length,
      context.kind === 'offer' ? 1 : 0,
      clause?.field === 'title' ? 1 : 0,
      ...KINDS.map((known) => (known === kind ? 1 : 0)),
      ...SECTIONS.map((known) => (known === section ? 1 : 0)),
      section && !SECTIONS.includes(section) ? 1 : 0,
      clause?.exclusion ? 1 : 0,
    ]);
  });
}

export function dense(candidate: Pick<Candidate, 'label' | 'wording'>): number {
  return Math.max(candidate.label, candidate.wording);
}

/** Shares of the weight of the clause's words found in the label, and of the label's words found in the clause. */
function coverage(context: CandidateContext, concept: number, clauseWeight: number): { clause: number; label: number } {
  const label = context.termsOf(concept);
  let shared = 0;
  let whole = 0;
  for (const term of label) whole += context.rarity(term);
  for (const term of new Set(context.clauseTerms)) if (label.has(term)) shared += context.rarity(term);
  return { clause: clauseWeight > 0 ? shared / clauseWeight : 0, label: whole > 0 ? shared / whole : 0 };
}
