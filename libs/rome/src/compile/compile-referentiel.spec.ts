import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeSource } from '../../fixtures/tiny-rome';
import { compileReferentiel, loadReferentiel, writeCompiled } from '../index';

let dir: string;
let out: string;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'rome-source-'));
  out = join(dir, 'out');
});
afterEach(() => rm(dir, { recursive: true, force: true }));

describe('compileReferentiel', () => {
  it('carries everything over', async () => {
    await writeSource(dir);
    await writeCompiled(out, await compileReferentiel(dir));
    const rome = await loadReferentiel(out);

    expect([rome.version, rome.publishedOn]).toEqual(['4.90', '2031-04-01']);
    expect(rome.concepts.map(({ code, kind, macro }) => [code, kind, macro])).toEqual([
      ['11', 'macroCompetence', 0],
      ['12', 'savoirEtre', 1],
      ['21', 'savoirFaire', 0],
      ['22', 'savoirFaire', 0],
      ['31', 'savoir', -1],
      ['41', 'contexte', -1],
    ]);
    expect(rome.concept('22')).toMatchObject({
      label: 'Compter les quartiers',
      category: 'Transverse',
      transitions: { ecologique: false, numerique: true },
    });
    expect(rome.concept('31')).toMatchObject({ label: 'Cartes de l’ombre', category: 'Normes', subCategory: 'Cartes' });
    expect(rome.macro('1A101')).toMatchObject({
      code: '11',
      domaine: { code: '1', label: 'Lune' },
      enjeu: { code: '1A', label: 'Phases' },
      objectif: { code: '1A1', label: 'Suivre les phases' },
      children: [2, 3],
      riasec: ['I', 'A'],
    });
    expect(rome.macro('12')).toMatchObject({ treeCode: '1B101', kind: 'savoirEtre', children: [], riasec: [] });
    expect(rome.fiche('A1101')).toMatchObject({
      label: 'Guetteur / Guetteuse de Lune',
      parentCode: 'A1101',
      grandDomaine: { code: 'A', label: 'Ciel' },
      domaineProfessionnel: { code: 'A11', label: 'Nuit' },
      items: [
        { concept: 2, coeur: 'principale' },
        { concept: 4, coeur: 'émergente' },
        { concept: 5, coeur: null },
      ],
      mobilities: [{ fiche: 1, order: 1 }],
      riasec: ['I'],
      transitions: { ecologique: 'Emploi Vert', numerique: true, demographique: false },
      emploiReglemente: true,
      emploiCadre: null,
    });
    expect(
      rome
        .fiche('A1101')
        .regroupements.map(({ regroupement: { kind, code, parentCode }, principal }) => [
          kind,
          code,
          parentCode,
          principal,
        ]),
    ).toEqual([
      ['thematique', '001', null, false],
      ['centreInteret', '1', null, true],
      ['secteurActivite', '70', null, true],
      ['sousSecteurActivite', '71', '70', true],
      ['sousSecteurActivite', '72', '70', false],
    ]);
    expect(rome.fiche('B1102')).toMatchObject({
      parentCode: 'A1101',
      transitions: { ecologique: '', numerique: null },
    });
    expect(rome.regroupement('secteurNaf', '0')).toMatchObject({ label: 'Transverse', fiches: [1] });
    expect(
      rome.appellations.map(({ code, fiche, principale, peuUsite }) => [code, fiche, principale, peuUsite]),
    ).toEqual([
      ['61', 0, true, false],
      ['63', 0, false, true],
      ['62', 1, true, true],
    ]);
    expect(rome.appellation('61')).toMatchObject({
      shortLabel: 'Guetteur(se)',
      forms: ['Guetteur de Lune', 'Guetteuse de Lune'],
      transitions: { ecologique: 'Emploi Vert', numerique: true, demographique: null },
      emploiCadre: false,
    });
    expect(rome.appellation('63')).toMatchObject({ shortLabel: 'Lunologue', forms: ['Lunologue'] });
    expect(rome.fichesOf('11').map(({ code }) => code)).toEqual(['A1101']);
  });

  it('gives the same bytes twice, whatever the order of the lines', async () => {
    await writeSource(dir);
    const first = await compileReferentiel(dir);
    const again = await compileReferentiel(dir);
    expect(again.bytes.equals(first.bytes)).toBe(true);
    expect(again.manifest).toEqual(first.manifest);
    await writeSource(dir, (tables) => {
      for (const rows of Object.values(tables)) rows.push(...rows.splice(1).reverse());
    });
    expect((await compileReferentiel(dir)).bytes.equals(first.bytes)).toBe(true);
  });

  it('says how far it is, up to the end', async () => {
    await writeSource(dir);
    const seen: number[] = [];
    let total = 0;
    await compileReferentiel(dir, (progress) => {
      seen.push(progress.done);
      total = progress.total;
    });
    expect(seen).toEqual(Array.from({ length: total }, (_, step) => step + 1));
  });
});

describe('writeCompiled', () => {
  it('leaves what was there when it cannot finish', async () => {
    await writeSource(dir);
    const compiled = await compileReferentiel(dir);
    await writeCompiled(out, compiled);
    const before = await readFile(join(out, 'manifest.json'));
    await rm(join(out, 'rome.json.br'));
    await mkdir(join(out, 'rome.json.br'));
    await expect(
      writeCompiled(out, { ...compiled, manifest: { ...compiled.manifest, version: '9.9' } }),
    ).rejects.toThrow();
    expect((await readFile(join(out, 'manifest.json'))).equals(before)).toBe(true);
    expect((await readdir(out)).sort()).toEqual(['manifest.json', 'rome.json.br']);
  });

  it('replaces an older version', async () => {
    await writeSource(dir);
    await writeCompiled(out, await compileReferentiel(dir));
    const before = await loadReferentiel(out);
    await writeSource(dir, (tables) => (tables['themes']![1]![1] = 'Métiers du soir'));
    await writeCompiled(out, await compileReferentiel(dir));
    const after = await loadReferentiel(out);
    expect(after.regroupement('thematique', '001').label).toBe('Métiers du soir');
    expect(after.digest).not.toBe(before.digest);
  });
});
