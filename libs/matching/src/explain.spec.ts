import fc from 'fast-check';

import type { MatchDocument } from './document';
import { explainPair } from './explain';
import type { Explanation } from './explanation';
import { anyDocument, documentOf, foundOf, smallEngine } from './testing/documents';

const engine = smallEngine();

function explained(offer: Partial<MatchDocument>, profile: Partial<MatchDocument>): Explanation {
  const [o, p] = [documentOf('offer', 'o', offer), documentOf('profile', 'p', profile)];
  return explainPair(engine, engine.prepare(o), engine.prepare(p));
}

const kindsOf = ({ items }: Explanation): Record<string, string> =>
  Object.fromEntries(items.map(({ code, kind }) => [code, kind]));

describe('explanation', () => {
  it('has contributions that sum to the score', () => {
    fc.assert(
      fc.property(
        anyDocument('offer', fc.constant('o')),
        anyDocument('profile', fc.constant('p')),
        (offer, profile) => {
          const { score, items, savoirs, contextes, metiers } = explained(offer, profile);
          if (score === null) return;
          const parts = [...items, ...savoirs, ...contextes, ...metiers].map(({ contribution }) => contribution);
          expect(Math.abs(parts.reduce((sum, part) => sum + part, 0) - score)).toBeLessThan(1e-9);
          expect(Math.min(0, ...parts)).toBe(0);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('tells shared, to verify, probable, adjacent and missing macros apart', () => {
    const explanation = explained(
      { macros: ['A', 'B', 'F', 'H'].map((code) => foundOf(code)), metiers: [{ code: 'M3', score: 1 }] },
      { macros: ['A', 'D', 'E'].map((code) => foundOf(code)), metiers: [{ code: 'M2', score: 1 }] },
    );
    expect(kindsOf(explanation)).toMatchObject({
      A: 'shared',
      B: 'toVerify',
      D: 'probable',
      F: 'adjacent',
      H: 'missing',
    });
    const item = (code: string): Explanation['items'][number] => explanation.items.find((one) => one.code === code)!;
    expect(item('A').offer.strength).toBe('mentionnée');
    expect(item('B').profile).toMatchObject({
      strength: 'probable',
      evidence: [],
      impliedBy: { code: 'M2', label: 'Métier M2' },
    });
    expect(item('D').offer).toMatchObject({ strength: 'probable', impliedBy: { code: 'M3' } });
    expect(item('F').adjacentTo).toStrictEqual({ code: 'E', label: 'Libellé E' });
    expect(item('H')).toMatchObject({ profile: null, contribution: 0 });
  });

  it('never calls a required macro missing that the métier of the person makes probable', () => {
    const macros = [foundOf('A', { requirement: 'exigé' })];
    const explanation = explained({ macros }, { metiers: [{ code: 'M1', score: 1 }] });
    expect(explanation.items[0]).toMatchObject({ code: 'A', kind: 'toVerify', requirement: 'exigé' });
  });

  it('shows the words on both sides', () => {
    const here = [{ field: 'text' as const, start: 10, end: 20 }];
    const there = [{ field: 'title' as const, start: 0, end: 7 }];
    const { items, savoirs, contextes } = explained(
      {
        macros: [foundOf('A', { evidence: here })],
        savoirs: [foundOf('s1', { evidence: here }), foundOf('s2')],
        contextes: [foundOf('c1', { evidence: here })],
      },
      {
        macros: [foundOf('A', { evidence: there })],
        savoirs: [foundOf('s1', { evidence: there })],
        contextes: [foundOf('c1', { evidence: there })],
      },
    );
    expect([items[0]!.offer.evidence, items[0]!.profile!.evidence]).toStrictEqual([here, there]);
    expect(savoirs).toMatchObject([
      { code: 's1', kind: 'shared', offerEvidence: here, profileEvidence: there },
      { code: 's2', kind: 'missing', contribution: 0, profileEvidence: [] },
    ]);
    expect(contextes).toMatchObject([{ kind: 'agree', offer: { evidence: here }, profile: { evidence: there } }]);
  });

  it('says what a missing skill would bring, to the last bit', () => {
    const offer = documentOf('offer', 'o', { macros: [foundOf('A'), foundOf('H')] });
    const profile = documentOf('profile', 'p', { macros: [foundOf('A')] });
    const { items, score } = explained(offer, profile);
    const potential = items.find(({ code }) => code === 'H')!.potential!;
    const improved = { ...profile, macros: [...profile.macros, foundOf('H', { confidence: 1, evidence: [] })] };
    expect(potential).toBeGreaterThan(0);
    expect(engine.score(engine.prepare(offer), engine.prepare(improved))).toBe(score! + potential);
  });

  it('lists a clash of contextes without a contribution, unless a side says both', () => {
    const [day, night] = [foundOf('300806'), foundOf('300803')];
    expect(explained({ contextes: [night] }, { contextes: [day] }).contextes).toMatchObject([
      { kind: 'clash', offer: { code: '300803' }, profile: { code: '300806' }, contribution: 0 },
    ]);
    const both = explained({ contextes: [night] }, { contextes: [day, night] }).contextes;
    expect(both.map(({ kind }) => kind)).toStrictEqual(['agree']);
  });

  it('relates each métier of the offer with those of the profile', () => {
    const { metiers } = explained({ metiers: [{ code: 'M1', score: 1 }] }, { metiers: [{ code: 'M2', score: 1 }] });
    expect(metiers).toMatchObject([{ offer: { code: 'M1' }, profile: { code: 'M2', label: 'Métier M2' } }]);
    expect(metiers[0]!.proximity).toBeGreaterThan(0);
    expect(metiers[0]!.proximity).toBeLessThan(1);
  });

  it('gives the reason and no score where a side is unscorable', () => {
    const explanation = explained({ macros: [foundOf('A')] }, { unscorable: 'Le texte est trop court.' });
    expect(explanation).toMatchObject({
      score: null,
      unscorable: { offer: null, profile: 'Le texte est trop court.' },
      items: [],
      sentence: "Il n'y a pas assez d'éléments pour comparer : pour le profil, le texte est trop court.",
    });
  });

  it('lists vetoes, and they leave the score as it is', () => {
    const macros = [foundOf('A')];
    const { constraints } = documentOf('offer', 'o');
    const free = explained({ macros }, { macros });
    const held = explained(
      { macros, constraints: { ...constraints, drivingLicences: [{ code: 'C', requirement: 'exigé' }] } },
      { macros, constraints: { ...constraints, drivingLicences: [{ code: 'B' }] } },
    );
    expect(held.vetoes).toHaveLength(1);
    expect(held.score).toBe(free.score);
  });
});

describe('sentence', () => {
  const macros = (...codes: string[]): Partial<MatchDocument> => ({ macros: codes.map((code) => foundOf(code)) });

  it('names what both texts say, agreeing in number', () => {
    expect(explained(macros('A'), macros('A')).sentence).toBe(
      "Une compétence est mentionnée dans l'offre et dans le profil : « Libellé A ».",
    );
    expect(explained(macros('A', 'D', 'F', 'H'), macros('A', 'D', 'F', 'H')).sentence).toMatch(
      /^Quatre compétences sont mentionnées dans l'offre et dans le profil, dont « .+ », « .+ » et « .+ »\.$/,
    );
  });

  it('puts what is only probable and what is missing as such, never as a fact', () => {
    const { sentence } = explained(
      { macros: [foundOf('A', { requirement: 'exigé' }), foundOf('H', { requirement: 'souhaité' })] },
      { metiers: [{ code: 'M1', score: 1 }] },
    );
    expect(sentence).toBe(
      "Aucune compétence n'est mentionnée à la fois dans l'offre et dans le profil. " +
        "« Libellé A » (exigée) n'est que probable, d'après le métier du profil, et reste à vérifier ; le profil ne dit rien de « Libellé H » (souhaitée).",
    );
  });

  it('agrees in the plural, and names savoir-être after skills', () => {
    const { sentence } = explained(macros('A', 'B', 'R'), { metiers: [{ code: 'M1', score: 1 }] });
    expect(sentence).toMatch(
      /« Libellé [AB] » et « Libellé [AB] » ne sont que probables, d'après le métier du profil, et restent à vérifier\.$/,
    );
  });

  it('falls back on near métiers', () => {
    const metiers = [{ code: 'M5', score: 1 }];
    expect(explained({ metiers }, { metiers }).sentence).toBe(
      "Aucune compétence n'est mentionnée à la fois dans l'offre et dans le profil, " +
        'mais les deux relèvent probablement du même métier, « Métier M5 ».',
    );
  });
});
