import type { Clause } from '@passerelle/text';
import type { Candidate } from './candidate-features';
import type { Reading, ReadSpan } from './reader';
import { gather, type Unit, UNIT_FEATURES, unitFeatures } from './unit-features';

function span(
  clause: Partial<Clause> | null,
  found: readonly (readonly [concept: number, probability: number])[],
): ReadSpan {
  const whole: Clause = {
    field: 'text',
    start: 0,
    end: 4,
    text: 'pain',
    section: 'missions',
    sentence: 0,
    sentenceStart: 0,
    sentenceEnd: 4,
    requirement: null,
    exclusion: null,
  };
  return {
    text: 'pain',
    clause: clause && { ...whole, ...clause },
    candidates: found.map(([concept]): Candidate => ({
      concept,
      label: 0.6,
      wording: 0.2,
      lexical: 0.1,
      prior: 0,
      base: 0.5,
    })),
    features: [],
    probabilities: found.map(([, probability]) => probability),
  };
}

function reading(clauses: readonly ReadSpan[]): Reading {
  return {
    clauses,
    spans: [],
    beliefs: [{ fiche: 0, belief: 0.7 }],
    metierClues: [],
    prior: new Map(),
    macroPrior: new Map(),
  };
}

/** Concepts 10 and 11 are of macro 1, 20 is a contexte, others stand for no unit. */
const MACRO: Unit = { id: 1, kind: 'macroCompetence' };
const unitOf = (concept: number): Unit | null =>
  concept === 20 ? { id: 20, kind: 'contexte' } : concept < 20 ? MACRO : null;

describe('gather', () => {
  it('takes the most probable candidate of each clause for each unit, most convincing clause first', () => {
    const gathered = gather(
      reading([
        span({ section: 'profil' }, [
          [10, 0.3],
          [11, 0.4],
          [20, 0.6],
          [30, 0.9],
        ]),
        span({ section: 'missions' }, [[10, 0.8]]),
      ]),
      unitOf,
    );
    expect([...gathered.keys()].sort((a, b) => a - b)).toEqual([1, 20]);
    const { unit, testimonies } = gathered.get(1)!;
    expect(unit).toEqual(MACRO);
    expect(
      testimonies.map(({ probability, mass, rank, candidate }) => [probability, mass, rank, candidate.concept]),
    ).toEqual([
      [0.8, 0.8, 0, 10],
      [0.4, expect.closeTo(0.7, 12), 2, 11],
    ]);
    expect(gathered.get(20)!.testimonies).toMatchObject([{ probability: 0.6, rank: 1 }]);
  });

  it('finds nothing in nothing', () => {
    expect(gather(reading([]), unitOf).size).toBe(0);
  });
});

describe('unit features', () => {
  const named = (of: Reading): Record<string, number> => {
    const { testimonies } = gather(of, unitOf).get(1)!;
    const row = unitFeatures(MACRO, testimonies, of, { kind: 'offer', expectation: 0.5, expectationRank: 3 });
    expect(row).toHaveLength(UNIT_FEATURES.length);
    expect(row.every(Number.isFinite)).toBe(true);
    return Object.fromEntries(UNIT_FEATURES.map((name, index) => [name, row[index]!]));
  };

  it('sum up the testimonies and where they stand', () => {
    const of = reading([
      span({ section: 'missions' }, [[10, 0.5]]),
      span({ section: 'profil' }, [
        [30, 0.9],
        [10, 0.2],
      ]),
      span({ field: 'title', section: 'missions' }, [[11, 0.25]]),
    ]);
    expect(named(of)).toMatchObject({
      first: 0.5,
      second: 0.25,
      third: 0.2,
      sum: 0.95,
      noisyOr: 1 - 0.5 * 0.75 * 0.8,
      count: 3,
      bestRank: 0,
      bestDense: 0.6,
      bestLexical: 0.1,
      bestBase: 0.5,
      macroPrior: 0.5,
      priorRank: 3,
      topBelief: 0.7,
      inTitle: 0.25,
      inMissions: 0.5,
      inProfil: 0.2,
      clauses: 3,
      offer: 1,
      'is-macroCompetence': 1,
      'is-savoirEtre': 0,
      'is-contexte': 0,
    });
  });

  it('take a note of a structured field as standing in no section', () => {
    expect(named(reading([span(null, [[10, 0.5]])]))).toMatchObject({
      inTitle: 0,
      inMissions: 0,
      inProfil: 0,
      count: 1,
    });
  });
});
