import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileOf, type Tables, writeSource } from '../../fixtures/tiny-rome';
import { compileReferentiel, RomeFormatError } from '../index';

let dir: string;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'rome-source-'));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

const failure = (): Promise<RomeFormatError> =>
  compileReferentiel(dir).then(
    () => Promise.reject(new Error('compiled what it should have refused')),
    (error: unknown) => error as RomeFormatError,
  );

describe('compileReferentiel, given a bad source', () => {
  /** What is broken, the file to blame, line and column, a word of what was expected. */
  const broken: [string, (tables: Tables) => unknown, string, number | null, string | null, RegExp][] = [
    ['a missing column', (t) => t['item']![0]!.splice(1, 1, 'other'), 'item', 1, 'code_rubrique', /this column/],
    ['an empty file', (t) => (t['themes'] = [['code_theme', 'libelle_theme']]), 'themes', 2, null, /at least one/],
    ['a short line', (t) => t['item']![2]!.pop(), 'item', 3, null, /2 columns/],
    [
      'a code twice',
      (t) => t['referentiel_code_rome']!.push(t['referentiel_code_rome']![1]!),
      'referentiel_code_rome',
      4,
      'code_rome',
      /occurs once/,
    ],
    [
      'a code in two files',
      (t) => (t['referentiel_contexte_travail']![1]![0] = '31'),
      'referentiel_contexte_travail',
      2,
      'code_ogr',
      /no other file/,
    ],
    [
      'a code that is no number',
      (t) => (t['referentiel_savoir']![1]![0] = 'S1'),
      'referentiel_savoir',
      2,
      'code_ogr_savoir',
      /OGR code/,
    ],
    [
      'a ROME code of another shape',
      (t) => (t['referentiel_code_rome']![1]![0] = 'B11'),
      'referentiel_code_rome',
      2,
      'code_rome',
      /A1234/,
    ],
    [
      'an empty label',
      (t) => (t['referentiel_savoir']![1]![1] = ' '),
      'referentiel_savoir',
      2,
      'libelle_savoir',
      /a value/,
    ],
    [
      'a label on two lines',
      (t) => (t['referentiel_savoir']![1]![1] = 'a\nb'),
      'referentiel_savoir',
      2,
      'libelle_savoir',
      /one line/,
    ],
    [
      'a flag of its own',
      (t) => (t['referentiel_competence']![2]![8] = 'X'),
      'referentiel_competence',
      4,
      'transition_eco',
      /one of O, N, empty/,
    ],
    [
      'a macro that is none',
      (t) => (t['referentiel_competence']![1]![4] = '22'),
      'referentiel_competence',
      2,
      'code_ogr_macro_comp',
      /macro-compétence/,
    ],
    [
      'a macro that is not there',
      (t) => (t['referentiel_competence']![1]![4] = '99'),
      'referentiel_competence',
      2,
      'code_ogr_macro_comp',
      /macro-compétence/,
    ],
    [
      'a savoir-être below macro level',
      (t) => (t['referentiel_competence']![2]![6] = 'Savoir-être professionnel'),
      'referentiel_competence',
      4,
      'nature',
      /macro level/,
    ],
    ['an item in the wrong rubrique', (t) => (t['item']![2]![1] = '1'), 'item', 3, 'code_rubrique', /one of 2/],
    ['an item too few', (t) => t['item']!.pop(), 'item', null, null, /41/],
    ['an item too many', (t) => t['item']!.push(['77', '1']), 'item', 8, 'code_ogr', /competence, savoir or contexte/],
    [
      'two labels for one objectif',
      (t) => (t['arborescence_competences']![2]![5] = 'Autre'),
      'arborescence_competences',
      3,
      'objectif',
      /as before/,
    ],
    [
      'two parents for one objectif',
      (t) => (t['arborescence_competences']![3]![4] = '1A1'),
      'arborescence_competences',
      4,
      'objectif',
      /as before/,
    ],
    [
      'another tree code',
      (t) => (t['arborescence_competences']![1]![6] = '1A102'),
      'arborescence_competences',
      2,
      'code_macro_competence',
      /tree code of 11/,
    ],
    [
      'a savoir-faire under another macro',
      (t) => (t['arborescence_competences']![3]![8] = '21'),
      'arborescence_competences',
      4,
      'code_ogr_competence',
      /of the macro 12/,
    ],
    [
      'a savoir-faire twice in the tree',
      (t) => (t['arborescence_competences']![2]![8] = '22'),
      'arborescence_competences',
      3,
      'code_ogr_competence',
      /occurs once/,
    ],
    [
      'a competence outside the tree',
      (t) => t['arborescence_competences']!.pop(),
      'arborescence_competences',
      null,
      null,
      /competence 12/,
    ],
    [
      'a letter outside RIASEC',
      (t) => (t['referentiel_macro_competence_riasec']![1]![1] = 'Z'),
      'referentiel_macro_competence_riasec',
      2,
      'riasec_majeur',
      /one of R, I/,
    ],
    [
      'a minor letter alone',
      (t) => (t['referentiel_macro_competence_riasec']![1]![2] = 'A'),
      'referentiel_macro_competence_riasec',
      2,
      'riasec_majeur',
      /major/,
    ],
    [
      'no RIASEC line',
      (t) => t['referentiel_code_rome_riasec']!.pop(),
      'referentiel_code_rome_riasec',
      null,
      null,
      /B1102/,
    ],
    ['a fiche outside the domaines', (t) => t['cr_gd_dp']!.pop(), 'cr_gd_dp', null, null, /B1102/],
    [
      'an unknown parent',
      (t) => (t['referentiel_code_rome']![1]![3] = 'C1101'),
      'referentiel_code_rome',
      2,
      'code_rome_parent',
      /fiche métier/,
    ],
    [
      'an appellation of no fiche',
      (t) => (t['referentiel_appellation']![1]![3] = 'C1101'),
      'referentiel_appellation',
      2,
      'code_rome',
      /fiche métier/,
    ],
    [
      'an item link that dangles',
      (t) => (t['coherence_item']![2]![1] = '78'),
      'coherence_item',
      3,
      'code_ogr',
      /code of an item/,
    ],
    [
      'an item link twice',
      (t) => t['coherence_item']!.push(['A1101', '41', '']),
      'coherence_item',
      6,
      'code_ogr',
      /once a fiche/,
    ],
    [
      'an unknown cœur de métier',
      (t) => (t['coherence_item']![2]![2] = 'Centrale'),
      'coherence_item',
      3,
      'coeur_metier',
      /Principale/,
    ],
    [
      'a mobility that dangles',
      (t) => (t['rubrique_mobilite']![1]![1] = 'C1101'),
      'rubrique_mobilite',
      2,
      'code_rome_cible',
      /fiche métier/,
    ],
    [
      'a mobility twice',
      (t) => t['rubrique_mobilite']!.push(['A1101', 'B1102', '2']),
      'rubrique_mobilite',
      3,
      'code_rome_cible',
      /once a fiche/,
    ],
    [
      'a mobility without order',
      (t) => (t['rubrique_mobilite']![1]![2] = '0'),
      'rubrique_mobilite',
      2,
      'numero_ordre',
      /above 0/,
    ],
    [
      'a link too few',
      (t) => t['liens_rome_referentiels']!.pop(),
      'liens_rome_referentiels',
      null,
      null,
      /4 links to items/,
    ],
    [
      'an appellation link too few',
      (t) => t['liens_rome_referentiels']!.splice(2, 1),
      'liens_rome_referentiels',
      null,
      null,
      /3 links to appellations/,
    ],
    [
      'a theme that dangles',
      (t) => (t['arborescence_thematique']![1]![0] = '002'),
      'arborescence_thematique',
      2,
      'code_theme',
      /lists the groups/,
    ],
    [
      'a sous-secteur of another secteur',
      (t) => t['secteur_activite']!.push(['80', 'Terre']) && (t['arborescence_secteur_activite']![1]![0] = '80'),
      'arborescence_secteur_activite',
      2,
      'code_ss_sect_activite',
      /sous-secteur of the secteur/,
    ],
    [
      'a sous-secteur of none',
      (t) => (t['sous_secteur_activite']![1]![2] = '99'),
      'sous_secteur_activite',
      2,
      'code_sect_activite',
      /secteur d'activité/,
    ],
    ['a missing file', (t) => delete t['secteur_naf'], 'secteur_naf', null, null, /to be there/],
  ];

  it.each(broken)('refuses %s, naming the place', async (_what, change, name, line, column, expected) => {
    await writeSource(dir, change);
    const error = await failure();
    expect(error).toBeInstanceOf(RomeFormatError);
    expect([error.file, error.line, error.column]).toEqual([fileOf(name), line, column]);
    expect(error.expected).toMatch(expected);
    expect(error.message).toContain(fileOf(name));
  });

  it('counts lines as an editor does, below entries of several lines', async () => {
    await writeSource(dir, (tables) => (tables['referentiel_competence']![3]![8] = 'X'));
    // The entry of line 2 goes on in line 3.
    expect((await failure()).line).toBe(5);
  });

  it('refuses text that is not UTF-8, and CSV that is not well-formed, naming the line', async () => {
    await writeSource(dir);
    const path = join(dir, fileOf('item'));
    await writeFile(path, Buffer.from('"code_ogr","code_rubrique"\n"11","1"\n"é","2"\n', 'latin1'));
    expect(await failure()).toMatchObject({ file: fileOf('item'), line: 3, expected: 'UTF-8 text' });
    await writeFile(path, '"code_ogr","code_rubrique"\n"11","1"x\n');
    expect(await failure()).toMatchObject({ file: fileOf('item'), line: 2, expected: 'well-formed CSV' });
    await writeFile(path, '');
    expect(await failure()).toMatchObject({ file: fileOf('item'), line: 1, expected: 'a header line' });
  });

  it('refuses a folder whose version is missing, mixed or contradictory', async () => {
    expect(await failure()).toMatchObject({ file: dir, expected: expect.stringContaining('unix_') as unknown });
    await writeSource(dir);
    await writeFile(join(dir, 'version.txt'), 'Numero de version : 91\nDate de publication : 01/04/2031\n');
    expect(await failure()).toMatchObject({
      file: 'version.txt',
      expected: expect.stringContaining('v490') as unknown,
    });
    await writeFile(join(dir, 'version.txt'), 'Numero de version : 90\n');
    expect(await failure()).toMatchObject({
      file: 'version.txt',
      expected: expect.stringContaining('publication') as unknown,
    });
    await rm(join(dir, 'version.txt'));
    expect(await failure()).toMatchObject({ file: 'version.txt' });
    await writeFile(join(dir, fileOf('item', '491')), '');
    expect(await failure()).toMatchObject({ file: fileOf('item', '491') });
    dir = join(dir, 'nowhere');
    expect(await failure()).toMatchObject({ file: dir });
  });
});
