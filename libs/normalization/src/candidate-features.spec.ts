import fc from 'fast-check';
import type { Clause } from '@passerelle/text';
import {
  type Candidate,
  CANDIDATE_FEATURES,
  type CandidateContext,
  candidateFeatures,
  dense,
} from './candidate-features';

const CLAUSE: Clause = {
  field: 'title',
  start: 0,
  end: 15,
  text: 'Pétrir une pâte',
  section: 'missions',
  sentence: 0,
  sentenceStart: 0,
  sentenceEnd: 15,
  requirement: null,
  exclusion: null,
};

function candidate(concept: number, parts: Partial<Candidate> = {}): Candidate {
  return { concept, label: 0.5, wording: -1, lexical: 0, prior: 0, base: 0.5, ...parts };
}

/** Concepts 0 and 1 are of macro 0, 2 of macro 1, 3 a savoir. */
function context(parts: Partial<CandidateContext> = {}): CandidateContext {
  return {
    clause: CLAUSE,
    kind: 'offer',
    clauseTerms: ['petrir', 'pate'],
    candidates: [candidate(0, { base: 0.9, label: 0.8 }), candidate(1, { base: 0.7, wording: 0.6 }), candidate(3)],
    macroOf: (concept) => [0, 0, 1, -1][concept]!,
    kindOf: (concept) => (concept === 3 ? 'savoir' : 'savoirFaire'),
    termsOf: (concept) => new Set(concept === 0 ? ['petrir', 'pate'] : ['cuire']),
    macroPrior: new Map([[0, 0.4]]),
    rarity: () => 2,
    elsewhere: () => 0.3,
    ...parts,
  };
}

const named = (row: Float64Array): Record<string, number> =>
  Object.fromEntries(CANDIDATE_FEATURES.map((name, index) => [name, row[index]!]));

describe('candidate features', () => {
  it('name each value once', () => {
    expect(new Set(CANDIDATE_FEATURES).size).toBe(CANDIDATE_FEATURES.length);
    for (const row of candidateFeatures(context())) expect(row).toHaveLength(CANDIDATE_FEATURES.length);
  });

  it('say what the candidate, its macro and its place in the document speak for', () => {
    const [first, second, savoir] = candidateFeatures(context()).map(named);
    expect(first).toMatchObject({
      dense: 0.8,
      rank: 0,
      baseGap: 0,
      macroPrior: 0.4,
      coveredClause: 1,
      coveredLabel: 1,
      offer: 1,
      inTitle: 1,
      'is-savoirFaire': 1,
      'in-missions': 1,
      'in-noise': 0,
      excluded: 0,
    });
    expect(second).toMatchObject({ dense: 0.6, macroDense: 0.8, macroGap: 0, coveredClause: 0, coveredLabel: 0 });
    expect(second!.macroShare).toBe(first!.macroShare);
    expect(savoir).toMatchObject({ 'is-savoir': 1, macroPrior: -1, macroDense: 0.5 });
    expect(first!.macroShare! + savoir!.macroShare!).toBeCloseTo(1, 12);
  });

  it('know noise sections, exclusions, profiles and spans without a place', () => {
    const row = (clause: Clause | null): Record<string, number> =>
      named(candidateFeatures(context({ clause, kind: 'profile' }))[0]!);
    expect(row({ ...CLAUSE, section: 'avantages', exclusion: 'section' })).toMatchObject({
      'in-noise': 1,
      'in-missions': 0,
      excluded: 1,
      offer: 0,
    });
    expect(row(null)).toMatchObject({ 'in-noise': 0, inTitle: 0, excluded: 0 });
  });

  it('are finite for any candidates', () => {
    const score = fc.double({ min: -1, max: 1, noNaN: true });
    const any = fc.record({
      concept: fc.integer({ min: 0, max: 3 }),
      label: score,
      wording: score,
      lexical: fc.double({ min: 0, max: 1, noNaN: true }),
      prior: fc.double({ min: 0, max: 2, noNaN: true }),
      base: fc.double({ min: -1, max: 2, noNaN: true }),
    });
    const several = fc.uniqueArray(any, { selector: ({ concept }) => concept, maxLength: 4 });
    fc.assert(
      fc.property(several, fc.array(fc.constantFrom('pate', 'four')), (candidates, clauseTerms) => {
        const ordered = [...candidates].sort((a, b) => b.base - a.base);
        for (const row of candidateFeatures(context({ candidates: ordered, clauseTerms }))) {
          expect(row).toHaveLength(CANDIDATE_FEATURES.length);
          expect(row.every(Number.isFinite)).toBe(true);
        }
      }),
    );
  });

  it('take the better of label and wording as the meaning', () => {
    expect(dense({ label: 0.2, wording: 0.7 })).toBe(0.7);
    expect(dense({ label: 0.2, wording: -1 })).toBe(0.2);
  });
});
