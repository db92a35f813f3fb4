import fc from 'fast-check';

import { MatchEngine } from './engine';
import { WEIGHTS, anyDocument, documentOf, foundOf, smallEngine } from './testing/documents';
import { SMALL_ROME } from './testing/fictional-referentiel';
import type { MatchWeights } from './weights';

const engine = smallEngine();
const offer = anyDocument('offer', fc.constant('o'));
const profile = anyDocument('profile', fc.constant('p'));

const anyWeights = fc
  .record({
    adjacency: fc.double({ min: 0, max: 0.2, noNaN: true }),
    sameObjectif: fc.double({ min: 0, max: 1, noNaN: true }),
    rankShare: fc.constantFrom(0, 0.3, 1),
    probableFloor: fc.constantFrom(0, 0.1),
  })
  .map(({ adjacency, sameObjectif, rankShare, probableFloor }): MatchWeights => ({
    ...WEIGHTS,
    macro: { ...WEIGHTS.macro, adjacency, sameObjectif, probableFloor },
    metier: { ...WEIGHTS.metier, rankShare },
  }));

describe('score', () => {
  it('and its blocks lie in 0..1 for any weights', () => {
    fc.assert(
      fc.property(anyWeights, offer, profile, (weights, o, p) => {
        const one = new MatchEngine(SMALL_ROME, weights);
        const pair = [one.prepare({ ...o, unscorable: null }), one.prepare({ ...p, unscorable: null })] as const;
        const { macro, metier, savoir, contexte } = one.blocks(...pair);
        for (const value of [one.score(...pair)!, macro, metier, savoir, contexte]) {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('is the same bits whichever document comes first', () => {
    fc.assert(
      fc.property(offer, profile, (o, p) => {
        const [a, b] = [engine.prepare(o), engine.prepare(p)];
        expect(engine.score(a, b)).toBe(engine.score(b, a));
        expect(engine.blocks(a, b)).toStrictEqual(engine.blocks(b, a));
      }),
      { numRuns: 500 },
    );
  });

  it('does not depend on the order in which a document names its concepts', () => {
    fc.assert(
      fc.property(offer, profile, (o, p) => {
        const turned = { ...p, macros: p.macros.toReversed(), metiers: p.metiers.toReversed() };
        const asked = engine.prepare(o);
        expect(engine.score(asked, engine.prepare(turned))).toBe(engine.score(asked, engine.prepare(p)));
      }),
    );
  });

  it('is 1 but for rounding for two documents that say the same in every block', () => {
    const parts = {
      macros: [foundOf('A'), foundOf('D')],
      savoirs: [foundOf('s1')],
      contextes: [foundOf('c1'), foundOf('c2')],
      metiers: [{ code: 'M1', score: 0.7 }],
    };
    const requirement = { requirement: 'exigé' as const };
    const asked = { ...parts, macros: parts.macros.map((macro) => ({ ...macro, ...requirement })) };
    const score = engine.score(
      engine.prepare(documentOf('offer', 'o', asked)),
      engine.prepare(documentOf('profile', 'p', parts)),
    );
    expect(score).toBeGreaterThan(0.9999);
    expect(score).toBeLessThanOrEqual(1);
  });

  it('is null, never 0, where a side is unscorable', () => {
    const scorable = engine.prepare(documentOf('offer', 'o', { macros: [foundOf('A')] }));
    const poor = engine.prepare(documentOf('profile', 'p', { macros: [foundOf('A')], unscorable: 'Trop court.' }));
    expect(engine.score(scorable, poor)).toBeNull();
    expect(engine.score(poor, scorable)).toBeNull();
  });

  it('counts adjacent macros, and less than the macro itself', () => {
    const asked = engine.prepare(documentOf('offer', 'o', { macros: [foundOf('A')] }));
    const macroOf = (code: string): number =>
      engine.blocks(asked, engine.prepare(documentOf('profile', 'p', { macros: [foundOf(code)] }))).macro;
    expect(macroOf('A')).toBe(1);
    expect(macroOf('B')).toBeGreaterThan(0);
    expect(macroOf('B')).toBeLessThanOrEqual(WEIGHTS.macro.adjacency);
    expect(macroOf('H')).toBe(0);
  });

  it('weighs what the words say above what the métier implies, which still counts', () => {
    const asked = engine.prepare(documentOf('offer', 'o', { macros: [foundOf('A'), foundOf('H')] }));
    const metiers = [{ code: 'M1', score: 1 }];
    const macroOf = (...said: string[]): number => {
      const macros = [foundOf('F'), ...said.map((code) => foundOf(code))];
      return engine.blocks(asked, engine.prepare(documentOf('profile', 'p', { macros, metiers }))).macro;
    };
    expect(macroOf()).toBeGreaterThan(0);
    expect(macroOf('A')).toBeGreaterThan(macroOf());
  });

  it('weighs what an offer requires above what it wishes for', () => {
    const asked = (first: 'exigé' | 'souhaité', second: 'exigé' | 'souhaité'): number => {
      const macros = [foundOf('A', { requirement: first }), foundOf('H', { requirement: second })];
      const known = engine.prepare(documentOf('profile', 'p', { macros: [foundOf('A')] }));
      return engine.blocks(engine.prepare(documentOf('offer', 'o', { macros })), known).macro;
    };
    expect(asked('exigé', 'souhaité')).toBeGreaterThan(asked('souhaité', 'exigé'));
  });

  it('does not let savoir-être outweigh skills', () => {
    const asked = engine.prepare(documentOf('offer', 'o', { macros: ['A', 'R', 'S'].map((code) => foundOf(code)) }));
    const macroOf = (...codes: string[]): number =>
      engine.blocks(asked, engine.prepare(documentOf('profile', 'p', { macros: codes.map((code) => foundOf(code)) })))
        .macro;
    expect(macroOf('A')).toBeGreaterThan(macroOf('R', 'S'));
  });

  it('spreads métiers by rank or by score, as the weights say', () => {
    const metiers = [
      { code: 'M1', score: 0.5 },
      { code: 'M4', score: 0.5 },
    ];
    const nearM1 = documentOf('offer', 'o', { metiers: [{ code: 'M1', score: 1 }] });
    const metierOf = (rankShare: number): number => {
      const one = smallEngine({ ...WEIGHTS, metier: { ...WEIGHTS.metier, rankShare } });
      return one.blocks(one.prepare(nearM1), one.prepare(documentOf('profile', 'p', { metiers }))).metier;
    };
    expect(metierOf(1)).toBeGreaterThan(metierOf(0));
  });
});
