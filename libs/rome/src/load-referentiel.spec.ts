import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Referentiel, RomeFormatError, type RomeManifest, UnknownCodeError, loadReferentiel } from './index';

const COMPILED = join(__dirname, '../../../models/rome/v460');

describe('the compiled ROME 4.0 v4.60', () => {
  let rome: Referentiel;

  beforeAll(async () => {
    rome = await loadReferentiel(COMPILED);
  });

  const ofKind = (kind: string): number => rome.concepts.filter((concept) => concept.kind === kind).length;

  it('has the official counts', () => {
    const distinct = (codes: readonly string[]): number => new Set(codes).size;
    const items = rome.fiches.flatMap((fiche) => fiche.items);
    const savoirs = rome.concepts.filter((concept) => concept.kind === 'savoir');
    const contextes = rome.concepts.filter((concept) => concept.kind === 'contexte');
    expect({
      domaines: distinct(rome.macros.map((macro) => macro.domaine.code)),
      enjeux: distinct(rome.macros.map((macro) => macro.enjeu.code)),
      objectifs: distinct(rome.macros.map((macro) => macro.objectif.code)),
      macros: rome.macros.length,
      savoirEtre: ofKind('savoirEtre'),
      macroConcepts: ofKind('macroCompetence'),
      savoirFaire: ofKind('savoirFaire'),
      savoirs: savoirs.length,
      categories: distinct(savoirs.map((savoir) => savoir.category)),
      subCategories: distinct(savoirs.map((savoir) => savoir.subCategory)),
      contextes: contextes.length,
      contexteCategories: distinct(contextes.map((contexte) => contexte.category)),
      fiches: rome.fiches.length,
      parents: distinct(rome.fiches.map((fiche) => fiche.parentCode)),
      appellations: rome.appellations.length,
      items: items.length,
      principale: items.filter((item) => item.coeur === 'principale').length,
      emergente: items.filter((item) => item.coeur === 'émergente').length,
      mobilities: rome.fiches.reduce((sum, fiche) => sum + fiche.mobilities.length, 0),
    }).toEqual({
      domaines: 6,
      enjeux: 32,
      objectifs: 84,
      macros: 507,
      savoirEtre: 16,
      macroConcepts: 491,
      savoirFaire: 17_810,
      savoirs: 15_354,
      categories: 5,
      subCategories: 27,
      contextes: 179,
      contexteCategories: 6,
      fiches: 1_584,
      parents: 532,
      appellations: 13_120,
      items: 104_219,
      principale: 18_900,
      emergente: 1_731,
      mobilities: 14_912,
    });
  });

  it('has the groups, flags and appellation marks of the official files', () => {
    const groups = (kind: string): [number, number] => {
      const all = rome.regroupements.filter((group) => group.kind === kind);
      return [all.length, all.reduce((sum, group) => sum + group.fiches.length, 0)];
    };
    const main = (kind: string): number =>
      rome.fiches
        .flatMap((fiche) => fiche.regroupements)
        .filter((link) => link.principal && link.regroupement.kind === kind).length;
    expect(groups('thematique')).toEqual([17, 1_348]);
    expect(groups('centreInteret')).toEqual([30, 4_444]);
    expect(groups('secteurActivite')[0]).toBe(35);
    expect(groups('sousSecteurActivite')[0]).toBe(40);
    expect(groups('secteurNaf')).toEqual([89, 2_920]);
    expect([main('centreInteret'), main('secteurActivite')]).toEqual([1_584, 1_584]);

    expect(rome.fiches.filter((fiche) => fiche.emploiReglemente === true)).toHaveLength(241);
    expect(rome.fiches.filter((fiche) => fiche.emploiReglemente === null)).toHaveLength(234);
    expect(rome.fiches.filter((fiche) => fiche.emploiCadre)).toHaveLength(507);
    expect(rome.fiches.filter((fiche) => fiche.transitions.ecologique === 'Emploi Vert')).toHaveLength(96);
    expect(rome.fiches.filter((fiche) => fiche.transitions.numerique)).toHaveLength(170);
    expect(rome.fiches.filter((fiche) => fiche.transitions.demographique)).toHaveLength(70);
    expect(rome.fiches.filter((fiche) => fiche.riasec.length === 2)).toHaveLength(1_584 - 345);
    expect(rome.appellations.filter((appellation) => appellation.peuUsite)).toHaveLength(199);
    expect(rome.appellations.filter((appellation) => appellation.principale)).toHaveLength(1_584);
    expect(rome.appellations.filter((appellation) => appellation.emploiCadre)).toHaveLength(1_747);
  });

  it('keeps indices dense and links inside the lists', () => {
    for (const list of [rome.concepts, rome.macros, rome.fiches]) {
      expect(list.every((entry, position) => entry.index === position)).toBe(true);
    }
    for (const concept of rome.concepts) {
      const grouped = concept.kind !== 'savoir' && concept.kind !== 'contexte';
      expect(grouped ? rome.macros[concept.macro] !== undefined : concept.macro === -1).toBe(true);
    }
    for (const macro of rome.macros) {
      expect(rome.concepts[macro.concept]?.code).toBe(macro.code);
      expect(macro.children.every((child) => rome.concepts[child]?.macro === macro.index)).toBe(true);
    }
    expect(new Set(rome.concepts.map((concept) => concept.code)).size).toBe(33_850);
    expect(rome.fiches.every((fiche) => fiche.items.every((item) => rome.concepts[item.concept] !== undefined))).toBe(
      true,
    );
  });

  it('has readable labels, whatever the encoding of the official files', () => {
    const labels = [
      ...rome.concepts.map((concept) => concept.label),
      ...rome.regroupements.map((group) => group.label),
      ...rome.appellations.flatMap((appellation) => [appellation.label, appellation.shortLabel, ...appellation.forms]),
    ];
    expect(labels.filter((label) => label !== label.trim() || label === '' || /[\p{Cc}\ufffd]/u.test(label))).toEqual(
      [],
    );
  });

  it('counts macro use as the reference does', () => {
    const uses = rome.macros.map((macro) => rome.fichesOf(macro.code).length);
    expect(uses.filter((count) => count === 0)).toHaveLength(3);
    expect(Math.round(uses.reduce((sum, count) => sum + count, 0) / uses.length)).toBe(86);
  });

  it('walks from a code to its neighbours', () => {
    const macro = rome.macro('1A101');
    expect(rome.macro('300030')).toBe(macro);
    expect([macro.domaine.code, macro.enjeu.code, macro.objectif.code]).toEqual(['1', '1A', '1A1']);
    expect(macro.riasec).toEqual(['S', 'R']);
    const [child] = rome.children('300030');
    expect(rome.parentMacro(child!.code)).toBe(macro);
    expect(rome.parentMacro(macro.code)).toBe(macro);
    expect(rome.path(child!.code).map((node) => node.code)).toEqual(['1', '1A', '1A1', '1A101', child!.code]);
    expect(rome.path(macro.code).map((node) => node.code)).toEqual(['1', '1A', '1A1', '1A101']);
    expect(rome.children(child!.code)).toEqual([]);
    const savoir = rome.concepts.find((concept) => concept.kind === 'savoir')!;
    expect([rome.path(savoir.code), rome.parentMacro(savoir.code)]).toEqual([[], null]);
    expect(rome.hasConcept('300030') && rome.hasFiche('M1805')).toBe(true);
    expect(rome.hasConcept('1A101') || rome.hasFiche('Z9999')).toBe(false);
  });

  it('tells what a fiche holds and which fiches hold a concept', () => {
    const fiche = rome.fiche('N4103');
    expect(fiche.label).toBe('Conducteur / Conductrice de bus');
    expect([fiche.grandDomaine.code, fiche.domaineProfessionnel.code, fiche.parentCode]).toEqual(['N', 'N41', 'N4103']);
    const concepts = rome.conceptsOf('N4103');
    expect(concepts).toHaveLength(fiche.items.length);
    for (const concept of concepts) expect(rome.fichesOf(concept.code)).toContain(fiche);
    const savoirFaire = concepts.find((concept) => concept.kind === 'savoirFaire')!;
    expect(rome.fichesOf(rome.parentMacro(savoirFaire.code)!.code)).toContain(fiche);
    expect(fiche.mobilities.map((mobility) => mobility.order)).toEqual(
      [...fiche.mobilities.keys()].map((at) => at + 1),
    );

    const appellations = rome.appellationsOf('N4103');
    const main = appellations.find((appellation) => appellation.principale)!;
    expect(main.forms).toEqual(['Conducteur de bus', 'Conductrice de bus']);
    expect(rome.appellation(main.code)).toBe(main);
    expect(appellations.every((appellation) => rome.fiches[appellation.fiche] === fiche)).toBe(true);

    const naf = fiche.regroupements.find((link) => link.regroupement.kind === 'secteurNaf')!.regroupement;
    expect(rome.regroupement('secteurNaf', naf.code)).toBe(naf);
    expect(naf.fiches).toContain(fiche.index);
    const sousSecteur = rome.regroupements.find((group) => group.kind === 'sousSecteurActivite')!;
    expect(rome.regroupement('secteurActivite', sousSecteur.parentCode!).fiches).toEqual(
      expect.arrayContaining([...sousSecteur.fiches]),
    );
  });

  it('answers an unknown code with a typed error', () => {
    const calls: ((code: string) => unknown)[] = [
      (code) => rome.concept(code),
      (code) => rome.fiche(code),
      (code) => rome.appellation(code),
      (code) => rome.macro(code),
      (code) => rome.parentMacro(code),
      (code) => rome.children(code),
      (code) => rome.fichesOf(code),
      (code) => rome.conceptsOf(code),
      (code) => rome.appellationsOf(code),
      (code) => rome.path(code),
      (code) => rome.regroupement('thematique', code),
    ];
    for (const call of calls) {
      let caught: unknown;
      try {
        call('nowhere');
      } catch (error) {
        caught = error;
      }
      expect(caught).toBeInstanceOf(UnknownCodeError);
      expect(caught).toMatchObject({ code: 'nowhere', expected: expect.stringMatching(/code/) as unknown });
    }
    const savoirFaire = rome.concepts.find((concept) => concept.kind === 'savoirFaire')!;
    expect(() => rome.macro(savoirFaire.code)).toThrow(UnknownCodeError);
  });

  it('searches by the beginning of a word, without accents or case', () => {
    const found = rome.search('ÉLAGU', { limit: 50 });
    const folded = found.map(({ label }) => label.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase());
    expect(found.length).toBeGreaterThan(0);
    expect(folded.every((label) => /(^|[^a-z])elagu/.test(label))).toBe(true);
    const firstInside = folded.findIndex((label) => !label.startsWith('elagu'));
    expect(folded.slice(Math.max(0, firstInside)).some((label) => label.startsWith('elagu'))).toBe(firstInside < 0);

    expect(rome.search('mettre en oeuvre', { limit: 1 })).toHaveLength(1);
    expect(rome.search('e', { limit: 7 })).toHaveLength(7);
    expect(rome.search('a')).toHaveLength(20);
    expect(rome.search('travail', { kinds: ['contexte'] }).every((concept) => concept.kind === 'contexte')).toBe(true);
    expect([rome.search(''), rome.search(' - '), rome.search('qqqq')]).toEqual([[], [], []]);
  });

  it('is what its manifest says, within 3 MB', async () => {
    const manifest = JSON.parse(await readFile(join(COMPILED, 'manifest.json'), 'utf8')) as RomeManifest;
    expect(manifest).toMatchObject({ version: '4.60', publishedOn: '2025-09-18', sha256: rome.digest });
    expect(manifest.attribution).toContain('Licence Ouverte 2.0');
    expect([rome.version, rome.publishedOn]).toEqual([manifest.version, manifest.publishedOn]);
    expect(manifest.counts).toMatchObject({ fiches: rome.fiches.length, ficheItems: 104_219, secteursNaf: 89 });
    expect((await readFile(join(COMPILED, manifest.file))).length).toBe(manifest.bytes);
    expect(manifest.bytes).toBeLessThanOrEqual(3_000_000);
  });
});

describe('loadReferentiel', () => {
  let dir: string;

  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'rome-load-'));
    await cp(COMPILED, dir, { recursive: true });
  });
  afterEach(() => rm(dir, { recursive: true, force: true }));

  const failure = (): Promise<unknown> =>
    loadReferentiel(dir).then(
      () => null,
      (error: unknown) => error,
    );

  it('names the file that is missing', async () => {
    await rm(join(dir, 'rome.json.br'));
    expect(await failure()).toMatchObject({ name: 'RomeFormatError', file: 'rome.json.br' });
    await rm(join(dir, 'manifest.json'));
    expect(await failure()).toMatchObject({ name: 'RomeFormatError', file: 'manifest.json' });
  });

  it('refuses a compiled file that is cut or changed', async () => {
    const bytes = await readFile(join(dir, 'rome.json.br'));
    await writeFile(join(dir, 'rome.json.br'), bytes.subarray(0, -1));
    expect(await failure()).toBeInstanceOf(RomeFormatError);
    bytes[1000] = bytes[1000]! ^ 1;
    await writeFile(join(dir, 'rome.json.br'), bytes);
    expect(await failure()).toMatchObject({
      file: 'rome.json.br',
      expected: expect.stringContaining('manifest.json') as unknown,
    });
  });

  it.each(['{', 'null', '[]', '{"format": 99}', '{"format": 1}', '{"format": 1, "sha256": 5}'])(
    'refuses the manifest %s',
    async (manifest) => {
      await writeFile(join(dir, 'manifest.json'), manifest);
      expect(await failure()).toMatchObject({ name: 'RomeFormatError', file: 'manifest.json' });
    },
  );
});
