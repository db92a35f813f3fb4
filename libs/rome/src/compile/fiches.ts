import { type CompiledLevel, type CompiledRome, encodeLinks } from '../compiled-format';
import { compileFlags, FLAG_COLUMNS } from './flags';
import { genderedForms } from './gendered-forms';
import { Level } from './levels';
import { byOgrCode, byText } from './order';
import { readRiasec } from './riasec';
import { sourceFile, type SourceVersion } from './source-files';
import { readTable, type Row, type Table } from './table';

interface CompiledFiches {
  readonly sections: Pick<
    CompiledRome,
    'grandDomaines' | 'domainesProfessionnels' | 'ecologique' | 'fiches' | 'appellations'
  >;
  /** Position in the compiled fiches, by ROME code. */
  readonly positions: ReadonlyMap<string, number>;
}

const ROME_CODE = /^[A-N]\d{4}$/;
const A_FICHE = 'the code of a fiche métier';
const FICHE_COLUMNS = ['code_rome', 'code_ogr', 'libelle_rome', 'code_rome_parent', ...FLAG_COLUMNS] as const;
const APPELLATION_COLUMNS = [
  'code_ogr',
  'libelle_appellation_long',
  'libelle_appellation_court',
  'code_rome',
  'classification',
  'code_rome_parent',
  'peu_usite',
  ...FLAG_COLUMNS,
] as const;
type AppellationRow = Row<(typeof APPELLATION_COLUMNS)[number]>;

/** Fiches métier in order of ROME code with their items and mobilities, and appellations in the order of the fiches. */
export async function compileFiches(
  source: SourceVersion,
  concepts: ReadonlyMap<string, number>,
  step: (name: string) => void,
): Promise<CompiledFiches> {
  const ficheTable = await readTable(sourceFile(source, 'referentiel_code_rome'), FICHE_COLUMNS);
  const ficheRows = [...ficheTable.byCode('code_rome', (row) => row)].sort(([a], [b]) => byText(a, b));
  for (const [code, row] of ficheRows)
    if (!ROME_CODE.test(code)) throw row.error('code_rome', 'a ROME code, A1234', code);
  const positions = new Map(ficheRows.map(([code], position) => [code, position]));
  step('referentiel_code_rome');

  const appellationTable = await readTable(sourceFile(source, 'referentiel_appellation'), APPELLATION_COLUMNS);
  const appellations = sortAppellations(appellationTable, positions);
  step('referentiel_appellation');
  const domaines = await readDomaines(source, positions);
  step('cr_gd_dp');
  const items = await readItems(source, positions, concepts);
  step('coherence_item');
  const mobilities = await readMobilities(source, positions);
  step('rubrique_mobilite');
  await checkLinks(source, positions, concepts, appellationTable, items.count);
  step('liens_rome_referentiels');
  const riasec = await readRiasec(source, 'referentiel_code_rome_riasec', 'code_rome', positions);
  step('referentiel_code_rome_riasec');

  const rows = ficheRows.map(([, row]) => row);
  const wordings = [...new Set([...rows, ...appellations].map((row) => row.text('transition_eco')))].sort(byText);
  const wordingPosition = new Map(wordings.map((wording, position) => [wording, position]));
  const perFiche = rows.map(() => 0);
  for (const row of appellations) perFiche[positions.get(row.text('code_rome'))!]!++;
  const shortLabel = (row: AppellationRow): string => {
    const label = row.required('libelle_appellation_court');
    return label === row.text('libelle_appellation_long') ? '' : label;
  };
  return {
    positions,
    sections: {
      ...domaines.sections,
      ecologique: wordings.join('\n'),
      fiches: {
        codes: [...positions.keys()].join(' '),
        labels: rows.map((row) => row.required('libelle_rome')).join('\n'),
        parents: rows.map((row) => row.link('code_rome_parent', positions, A_FICHE)),
        domaine: domaines.ofFiche,
        riasec,
        flags: compileFlags(rows, wordingPosition),
        items: items.links,
        coeurs: items.coeurs,
        mobilities,
      },
      appellations: {
        codes: appellations.map((row) => row.text('code_ogr')).join(' '),
        labels: appellations.map((row) => row.required('libelle_appellation_long')).join('\n'),
        shortLabels: appellations.map(shortLabel).join('\n'),
        forms: appellations.map(formsOf).join('\n'),
        counts: perFiche,
        parents: appellations.map((row) => row.link('code_rome_parent', positions, A_FICHE)),
        marks: appellations.map(markOf).join(''),
        flags: compileFlags(appellations, wordingPosition),
      },
    },
  };
}

function sortAppellations(
  table: Table<(typeof APPELLATION_COLUMNS)[number]>,
  fiches: ReadonlyMap<string, number>,
): AppellationRow[] {
  const entries = [...table.byCode('code_ogr', (row) => ({ row, fiche: row.link('code_rome', fiches, A_FICHE) }))];
  return entries.sort(([a, { fiche: x }], [b, { fiche: y }]) => x - y || byOgrCode(a, b)).map(([, { row }]) => row);
}

function formsOf(row: AppellationRow): string {
  const label = row.text('libelle_appellation_long');
  const forms = genderedForms(label).join('\t');
  return forms === label ? '' : forms;
}

function markOf(row: AppellationRow): string {
  const principale = row.oneOf('classification', ['PRINCIPALE', 'SYNONYME']) === 'PRINCIPALE';
  const peuUsite = row.oneOf('peu_usite', ['O', 'N']) === 'O';
  return principale ? (peuUsite ? 'B' : 'P') : peuUsite ? 'U' : '-';
}

async function readDomaines(
  source: SourceVersion,
  fiches: ReadonlyMap<string, number>,
): Promise<{
  sections: { grandDomaines: CompiledLevel; domainesProfessionnels: CompiledLevel };
  ofFiche: number[];
}> {
  const table = await readTable(sourceFile(source, 'cr_gd_dp'), [
    'code_rome',
    'code_grand_domaine',
    'libelle_grand_domaine',
    'code_domaine_professionel',
    'libelle_domaine_professionel',
  ]);
  const grands = new Level('code_grand_domaine', 'libelle_grand_domaine', null);
  const domaines = new Level('code_domaine_professionel', 'libelle_domaine_professionel', 'code_grand_domaine');
  const domaineOf = table.byCode('code_rome', (row) => {
    row.link('code_rome', fiches, A_FICHE);
    grands.add(row);
    return domaines.add(row);
  });
  const upper = grands.compile();
  const lower = domaines.compile(upper.positions);
  const ofFiche = [...fiches.keys()].map((code) => {
    const domaine = domaineOf.get(code);
    if (domaine === undefined) throw table.error(`a line for ${code}`);
    return lower.positions.get(domaine)!;
  });
  return { sections: { grandDomaines: upper.level, domainesProfessionnels: lower.level }, ofFiche };
}

const COEUR_LETTERS = { Principale: 'P', Émergente: 'E', '': '-' } as const;

async function readItems(
  source: SourceVersion,
  fiches: ReadonlyMap<string, number>,
  concepts: ReadonlyMap<string, number>,
): Promise<{ links: CompiledRome['fiches']['items']; coeurs: string; count: number }> {
  const table = await readTable(sourceFile(source, 'coherence_item'), ['code_rome', 'code_ogr', 'coeur_metier']);
  const perFiche = [...fiches].map(() => new Map<number, string>());
  for (const row of table.rows) {
    const items = perFiche[row.link('code_rome', fiches, A_FICHE)]!;
    const concept = row.link('code_ogr', concepts, 'the code of an item');
    if (items.has(concept)) throw row.error('code_ogr', 'an item once a fiche', row.text('code_ogr'));
    items.set(concept, COEUR_LETTERS[row.oneOf('coeur_metier', ['Principale', 'Émergente', ''])]);
  }
  const sorted = perFiche.map((items) => [...items].sort(([a], [b]) => a - b));
  return {
    links: encodeLinks(sorted.map((items) => items.map(([concept]) => concept))),
    coeurs: sorted.map((items) => items.map(([, letter]) => letter).join('')).join(''),
    count: table.rows.length,
  };
}

async function readMobilities(
  source: SourceVersion,
  fiches: ReadonlyMap<string, number>,
): Promise<CompiledRome['fiches']['mobilities']> {
  const table = await readTable(sourceFile(source, 'rubrique_mobilite'), [
    'code_rome',
    'code_rome_cible',
    'numero_ordre',
  ]);
  const perFiche = [...fiches].map(() => new Map<number, number>());
  for (const row of table.rows) {
    const targets = perFiche[row.link('code_rome', fiches, A_FICHE)]!;
    const target = row.link('code_rome_cible', fiches, A_FICHE);
    if (targets.has(target)) throw row.error('code_rome_cible', 'a target once a fiche', row.text('code_rome_cible'));
    targets.set(target, row.positive('numero_ordre'));
  }
  const sorted = perFiche.map((targets) => [...targets].sort(([a, x], [b, y]) => x - y || a - b));
  return {
    counts: sorted.map((targets) => targets.length),
    targets: sorted.flatMap((targets) => targets.map(([target]) => target)),
    orders: sorted.flatMap((targets) => targets.map(([, order]) => order)),
  };
}

/** The general file of links must say the same as the files of appellations and items. */
async function checkLinks(
  source: SourceVersion,
  fiches: ReadonlyMap<string, number>,
  concepts: ReadonlyMap<string, number>,
  appellations: Table<(typeof APPELLATION_COLUMNS)[number]>,
  itemCount: number,
): Promise<void> {
  const table = await readTable(sourceFile(source, 'liens_rome_referentiels'), [
    'code_rome',
    'code_compo_bloc',
    'code_ogr',
  ]);
  const appellationCodes = new Map(appellations.rows.map((row) => [row.text('code_ogr'), row]));
  let items = 0;
  let named = 0;
  for (const row of table.rows) {
    row.link('code_rome', fiches, A_FICHE);
    const bloc = row.oneOf('code_compo_bloc', ['1', '2', '5', '6']);
    if (bloc === '2') {
      row.link('code_ogr', appellationCodes, 'the code of an appellation');
      named++;
    } else if (bloc !== '1') {
      row.link('code_ogr', concepts, 'the code of an item');
      items++;
    }
  }
  if (items !== itemCount) throw table.error(`${itemCount} links to items, as in coherence_item, not ${items}`);
  if (named !== appellationCodes.size) {
    throw table.error(`${appellationCodes.size} links to appellations, as in referentiel_appellation, not ${named}`);
  }
}
