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
  /** Sum of the probabilities of all candidates of the clause in the unit: near-synonyms share what the clause says. */
  readonly mass: number;
}

/** Order in which {@link unitFeatures} writes. */
export const UNIT_FEATURES = [
  'firstMass',
  'secondMass',
  'sumMass',
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
    const order = span.candidates
      .map((_, index) => index)
      .sort((a, b) => span.probabilities[b]! - span.probabilities[a]! || a - b);
    const own = new Map<number, Testimony>();
    order.forEach((index, rank) => {
      const candidate = span.candidates[index]!;
      const unit = unitOf(candidate.concept);
      if (!unit) return;
      const probability = span.probabilities[index]!;
      const best = own.get(unit.id);
      if (best) {
        own.set(unit.id, { ...best, mass: best.mass + probability });
        return;
      }
      own.set(unit.id, { span, clause: span.clause, candidate, rank, probability, mass: probability });
      if (!gathered.has(unit.id)) gathered.set(unit.id, { unit, testimonies: [] });
    });
    for (const [id, testimony] of own) gathered.get(id)!.testimonies.push(testimony);
  }
  for (const { testimonies } of gathered.values()) testimonies.sort((a, b) => b.mass - a.mass);
  return gathered;
}

/** One row of features for a unit of a document. */
export function unitFeatures(
  unit: Unit,
  testimonies: readonly Testimony[],
  reading: Reading,
  document: { readonly kind: 'offer' | 'profile'; readonly expectation: number; readonly expectationRank: number },
): Float64Array {
  const probabilities = testimonies.map((testimony) => testimony.probability).sort((a, b) => b - a);
  const probability = (rank: number) => probabilities[rank] ?? 0;
  const best = testimonies[0];
  const inSection = (section: string) =>
    Math.max(0, ...testimonies.filter(({ clause }) => clause?.section === section).map((t) => t.probability));
  const masses = testimonies.map(({ mass }) => mass).sort((a, b) => b - a);
  return Float64Array.from([
    masses[0] ?? 0,
    masses[1] ?? 0,
    masses.reduce((sum, mass) => sum + mass, 0),
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
