import type { Clause } from '@passerelle/text';
import { type Candidate, dense } from './candidate-features';
import type { Reading, ReadSpan } from './reader';

/** A macro-compétence or a contexte: what a document as a whole may express. `id` is the index of its concept. */
export interface Unit {
  readonly id: number;
  readonly kind: 'macroCompetence' | 'savoirEtre' | 'contexte';
}

/** One clause's word for a unit: the most probable of its candidates in that unit. */
export interface Testimony {
  readonly span: ReadSpan;
  readonly clause: Clause | null;
  readonly candidate: Candidate;
  /** Rank of that candidate among all of the clause, from 0, by probability. */
  readonly rank: number;
  readonly probability: number;
}

/** Order in which {@link unitFeatures} writes. */
export const UNIT_FEATURES = [
  'first',
  'second',
  'third',
  'sum',
  'noisyOr',
  'count',
  'bestRank',
  'bestDense',
  'bestLexical',
  'bestBase',
  'macroPrior',
  'priorRank',
  'topBelief',
  'inTitle',
  'inMissions',
  'inProfil',
  'clauses',
  'offer',
  'is-macroCompetence',
  'is-savoirEtre',
  'is-contexte',
] as const;

/** Gathers, for every unit, what the clauses say for it, most convincing first. */
export function gather(
  reading: Reading,
  unitOf: (concept: number) => Unit | null,
): Map<number, { unit: Unit; testimonies: Testimony[] }> {
  const gathered = new Map<number, { unit: Unit; testimonies: Testimony[] }>();
  for (const span of reading.clauses) {
    const order = span.candidates.map((_, index) => index).sort((a, b) => span.probabilities[b]! - span.probabilities[a]! || a - b);
    const seen = new Set<number>();
    order.forEach((index, rank) => {
      const candidate = span.candidates[index]!;
      const unit = unitOf(candidate.concept);
      if (!unit || seen.has(unit.id)) return;
      seen.add(unit.id);
      const entry = gathered.get(unit.id) ?? { unit, testimonies: [] };
      entry.testimonies.push({ span, clause: span.clause, candidate, rank, probability: span.probabilities[index]! });
      gathered.set(unit.id, entry);
    });
  }
  for (const { testimonies } of gathered.values()) testimonies.sort((a, b) => b.probability - a.probability);
  return gathered;
}

/** One row of features for a unit of a document. */
export function unitFeatures(
  unit: Unit,
  testimonies: readonly Testimony[],
  reading: Reading,
  document: { readonly kind: 'offer' | 'profile'; readonly expectation: number; readonly expectationRank: number },
): Float64Array {
  const probability = (rank: number) => testimonies[rank]?.probability ?? 0;
  const best = testimonies[0];
  const inSection = (section: string) =>
    Math.max(0, ...testimonies.filter(({ clause }) => clause?.section === section).map((t) => t.probability));
  return Float64Array.from([
    probability(0),
    probability(1),
    probability(2),
    testimonies.reduce((sum, t) => sum + t.probability, 0),
    1 - testimonies.reduce((none, t) => none * (1 - t.probability), 1),
    testimonies.length,
    Math.min(...testimonies.map((t) => t.rank)),
    Math.max(...testimonies.map((t) => dense(t.candidate))),
    Math.max(...testimonies.map((t) => t.candidate.lexical)),
    best?.candidate.base ?? 0,
    document.expectation,
    document.expectationRank,
    reading.beliefs[0]?.belief ?? 0,
    Math.max(0, ...testimonies.filter(({ clause }) => clause?.field === 'title').map((t) => t.probability)),
    inSection('missions'),
    inSection('profil'),
    reading.clauses.length,
    document.kind === 'offer' ? 1 : 0,
    unit.kind === 'macroCompetence' ? 1 : 0,
    unit.kind === 'savoirEtre' ? 1 : 0,
    unit.kind === 'contexte' ? 1 : 0,
  ]);
}
