import { join } from 'node:path';

import { loadReferentiel, type Referentiel } from '@passerelle/rome';

import { CONTEXTE_CLASHES } from './contexte-clashes';
import { MatchEngine } from './engine';
import { WEIGHTS } from './testing/documents';

/** What holds only of the official nomenclature. */
describe('on ROME 4.0', () => {
  let referentiel: Referentiel;
  let engine: MatchEngine;

  beforeAll(async () => {
    referentiel = await loadReferentiel(join(__dirname, '../../../models/rome/v460'));
    engine = new MatchEngine(referentiel, WEIGHTS);
  });

  it('all contextes said to clash exist', () => {
    const kinds = CONTEXTE_CLASHES.flat().map((code) => referentiel.concept(code).kind);
    expect(new Set(kinds)).toStrictEqual(new Set(['contexte']));
  });

  it('fiche proximities are the same bits both ways, within 0..1, and 1 only with itself', () => {
    const { metierSpace } = engine.spaces;
    const sample = referentiel.fiches.filter(({ index }) => index % 40 === 0).map(({ index }) => index);
    for (const a of sample) {
      for (const b of sample) {
        const proximity = metierSpace.row(a)[b]!;
        expect(proximity).toBe(metierSpace.row(b)[a]);
        expect(proximity).toBeGreaterThanOrEqual(0);
        if (a === b) expect(proximity).toBe(1);
        else expect(proximity).toBeLessThan(1);
      }
    }
  });

  it('adjacency is symmetric and weak enough for a positive soft cosine; savoir-être have none', () => {
    const { neighbours } = engine.spaces.macroSpace;
    for (const { index, kind } of referentiel.macros) {
      const near = neighbours[index]!;
      if (kind === 'savoirEtre') expect(near).toHaveLength(0);
      expect(near.reduce((sum, { coupling }) => sum + coupling, 0)).toBeLessThanOrEqual(1);
      for (const { macro, coupling } of near) {
        expect(neighbours[macro]!.find((one) => one.macro === index)?.coupling).toBe(coupling);
      }
    }
  });

  it('a baker is nearer to a pastry cook than to a surveyor', () => {
    const row = engine.spaces.metierSpace.row(referentiel.fiche('D1102').index);
    expect(row[referentiel.fiche('D1104').index]).toBeGreaterThan(row[referentiel.fiche('F1107').index]!);
  });
});
