import { type CompiledRome, encodeLinks } from '../compiled-format';
import type { RegroupementKind } from '../concepts';
import { byText } from './order';
import { sourceFile, type SourceVersion } from './source-files';
import { readTable, type Row } from './table';

type Compiled = CompiledRome['regroupements'][number];

interface Groups {
  readonly kind: RegroupementKind;
  readonly labels: ReadonlyMap<string, string>;
  /** Code of the group above, by code; empty where there is none. */
  readonly parents: ReadonlyMap<string, string>;
  /** Fiche position and whether the group is its main one, by group code. */
  readonly members: ReadonlyMap<string, Map<number, boolean>>;
}

/** Thématiques, centres d'intérêt, secteurs and sous-secteurs d'activité, NAF: the groups and their fiches. */
export async function compileRegroupements(
  source: SourceVersion,
  fiches: ReadonlyMap<string, number>,
  step: (name: string) => void,
): Promise<readonly Compiled[]> {
  const thematiques = await readGroups(source, 'thematique', 'themes', 'code_theme', 'libelle_theme');
  for (const row of await readLinks(source, 'thematique', ['code_theme']))
    join(row, 'code_theme', thematiques, fiches, false);
  step('arborescence_thematique');

  const interets = await readGroups(
    source,
    'centreInteret',
    'centre_interet',
    'code_centre_interet',
    'libelle_centre_interet',
  );
  for (const row of await readLinks(source, 'centre_interet', ['code_centre_interet', 'principal'])) {
    join(row, 'code_centre_interet', interets, fiches, isPrincipal(row));
  }
  step('arborescence_centre_interet');

  const secteurs = await readGroups(
    source,
    'secteurActivite',
    'secteur_activite',
    'code_sect_activite',
    'libelle_sect_activite',
  );
  const sousSecteurs = await readSousSecteurs(source, secteurs);
  const columns = ['code_sect_activite', 'code_ss_sect_activite', 'principal'] as const;
  for (const row of await readLinks(source, 'secteur_activite', columns)) {
    join(row, 'code_sect_activite', secteurs, fiches, isPrincipal(row));
    if (row.text('code_ss_sect_activite') === '') continue;
    join(row, 'code_ss_sect_activite', sousSecteurs, fiches, isPrincipal(row));
    if (sousSecteurs.parents.get(row.text('code_ss_sect_activite')) !== row.text('code_sect_activite')) {
      throw row.error('code_ss_sect_activite', 'a sous-secteur of the secteur', row.text('code_ss_sect_activite'));
    }
  }
  step('arborescence_secteur_activite');

  const naf = await readGroups(source, 'secteurNaf', 'secteur_naf', 'code_secteur_naf', 'libelle_secteur_naf');
  for (const row of await readLinks(source, 'secteur_naf', ['code_secteur_naf'])) {
    join(row, 'code_secteur_naf', naf, fiches, false);
  }
  step('arborescence_secteur_naf');
  return [thematiques, interets, secteurs, sousSecteurs, naf].map((groups) => compile(groups, secteurs));
}

async function readGroups(
  source: SourceVersion,
  kind: RegroupementKind,
  file: string,
  codeColumn: string,
  labelColumn: string,
): Promise<Groups> {
  const table = await readTable(sourceFile(source, file), [codeColumn, labelColumn]);
  const labels = table.byCode(codeColumn, (row) => row.required(labelColumn));
  return { kind, labels, parents: new Map(), members: new Map([...labels.keys()].map((code) => [code, new Map()])) };
}

async function readSousSecteurs(source: SourceVersion, secteurs: Groups): Promise<Groups> {
  const columns = ['code_ss_sect_activite', 'libelle_ss_sect_activite', 'code_sect_activite'] as const;
  const table = await readTable(sourceFile(source, 'sous_secteur_activite'), columns);
  const labels = table.byCode('code_ss_sect_activite', (row) => row.required('libelle_ss_sect_activite'));
  const parents = table.byCode('code_ss_sect_activite', (row) => {
    row.link('code_sect_activite', secteurs.labels, "the code of a secteur d'activité");
    return row.text('code_sect_activite');
  });
  const members = new Map([...labels.keys()].map((code) => [code, new Map<number, boolean>()]));
  return { kind: 'sousSecteurActivite', labels, parents, members };
}

async function readLinks<C extends string>(
  source: SourceVersion,
  name: string,
  columns: readonly C[],
): Promise<readonly Row<C | 'code_rome'>[]> {
  const path = sourceFile(source, `arborescence_${name}`);
  return (await readTable<C | 'code_rome'>(path, [...columns, 'code_rome'], { encoding: 'ascii' })).rows;
}

function isPrincipal(row: Row<'principal'>): boolean {
  return row.oneOf('principal', ['oui', 'non']) === 'oui';
}

// A secteur comes on several lines of one fiche, one for each of its sous-secteurs.
function join<C extends string>(
  row: Row<C | 'code_rome'>,
  column: C,
  groups: Groups,
  fiches: ReadonlyMap<string, number>,
  principal: boolean,
): void {
  const members = row.link(column, groups.members, 'a code of the file that lists the groups');
  const fiche = row.link('code_rome', fiches, 'the code of a fiche métier');
  members.set(fiche, principal || members.get(fiche) === true);
}

function compile(groups: Groups, secteurs: Groups): Compiled {
  const codes = [...groups.labels.keys()].sort(byText);
  const above = [...secteurs.labels.keys()].sort(byText);
  const members = codes.map((code) => [...groups.members.get(code)!].sort(([a], [b]) => a - b));
  return {
    kind: groups.kind,
    codes: codes.join(' '),
    labels: codes.map((code) => groups.labels.get(code)!).join('\n'),
    parents: groups.parents.size === 0 ? [] : codes.map((code) => above.indexOf(groups.parents.get(code)!)),
    fiches: encodeLinks(members.map((list) => list.map(([fiche]) => fiche))),
    principal: members.map((list) => list.map(([, main]) => (main ? 'O' : '-')).join('')).join(''),
  };
}
