import { sourceFile, type SourceVersion } from './source-files';
import { type FlagLetter, readTable, type Row } from './table';

/** One entry that a text can express, as the official files have it. */
export interface NomenclatureEntry {
  readonly code: string;
  readonly nature: 'macroCompetence' | 'savoirEtre' | 'savoirFaire' | 'savoir' | 'contexte';
  readonly label: string;
  readonly category: string;
  readonly subCategory: string;
  readonly ecologique: FlagLetter;
  readonly numerique: FlagLetter;
  /** Savoir-faire: code of its macro; empty otherwise. */
  readonly macro: string;
  /** Macro and savoir-être: code in the tree; empty otherwise. */
  readonly treeCode: string;
}

const OGR_CODE = /^[1-9]\d*$/;
const A_FREE_CODE = 'a code that no other file uses';
const SAVOIR_ETRE = 'Savoir-être professionnel';

/** Savoir-faire, savoir-être, macros, savoirs and contextes by code, checked against the official list of items. */
export async function readNomenclature(
  source: SourceVersion,
  step: (name: string) => void,
): Promise<Map<string, NomenclatureEntry>> {
  const entries = await readCompetences(source);
  step('referentiel_competence');
  for (const others of [await readSavoirs(source), await readContextes(source)]) {
    for (const [code, { clash, entry }] of others) {
      if (entries.has(code)) throw clash();
      entries.set(code, entry);
    }
  }
  step('referentiel_savoir, referentiel_contexte_travail');
  await checkItems(source, entries);
  step('item');
  return entries;
}

async function readCompetences(source: SourceVersion): Promise<Map<string, NomenclatureEntry>> {
  const table = await readTable(sourceFile(source, 'referentiel_competence'), [
    'code_ogr',
    'nature',
    'libelle_competence',
    'code_ogr_macro_comp',
    'code_macro_comp',
    'cat_comp',
    'sous_cat_comp',
    'transition_eco',
    'transition_num',
  ]);
  const rows = table.byCode('code_ogr', (row) => row);
  const entries = new Map<string, NomenclatureEntry>();
  for (const [code, row] of rows) {
    checkOgr(row, 'code_ogr');
    const isMacro = row.oneOf('nature', ['Macro-compétence', 'Compétence']) === 'Macro-compétence';
    const isSavoirEtre = row.oneOf('cat_comp', ['Savoir-faire', SAVOIR_ETRE]) === SAVOIR_ETRE;
    if (isSavoirEtre && !isMacro) throw row.error('nature', 'a savoir-être at macro level', 'Compétence');
    if (
      !isMacro &&
      row.link('code_ogr_macro_comp', rows, 'the code of a macro-compétence').text('nature') !== 'Macro-compétence'
    ) {
      throw row.error('code_ogr_macro_comp', 'the code of a macro-compétence', row.text('code_ogr_macro_comp'));
    }
    entries.set(code, {
      code,
      nature: isSavoirEtre ? 'savoirEtre' : isMacro ? 'macroCompetence' : 'savoirFaire',
      label: row.required('libelle_competence'),
      category: row.required('sous_cat_comp'),
      subCategory: '',
      ecologique: row.flag('transition_eco'),
      numerique: row.flag('transition_num'),
      macro: isMacro ? '' : row.text('code_ogr_macro_comp'),
      treeCode: isMacro ? row.required('code_macro_comp') : '',
    });
  }
  return entries;
}

async function readSavoirs(source: SourceVersion) {
  const table = await readTable(sourceFile(source, 'referentiel_savoir'), [
    'code_ogr_savoir',
    'libelle_savoir',
    'categorie_savoir',
    'sous_categorie_savoir',
    'transition_eco',
    'transition_num',
  ]);
  return table.byCode('code_ogr_savoir', (row, code) => {
    checkOgr(row, 'code_ogr_savoir');
    const entry: NomenclatureEntry = {
      code,
      nature: 'savoir',
      label: row.required('libelle_savoir'),
      category: row.required('categorie_savoir'),
      subCategory: row.required('sous_categorie_savoir'),
      ecologique: row.flag('transition_eco'),
      numerique: row.flag('transition_num'),
      macro: '',
      treeCode: '',
    };
    return { entry, clash: () => row.error('code_ogr_savoir', A_FREE_CODE, code) };
  });
}

async function readContextes(source: SourceVersion) {
  const table = await readTable(sourceFile(source, 'referentiel_contexte_travail'), [
    'code_ogr',
    'libelle_cont_travail',
    'libelle_type_cont_trav',
  ]);
  return table.byCode('code_ogr', (row, code) => {
    checkOgr(row, 'code_ogr');
    const entry: NomenclatureEntry = {
      code,
      nature: 'contexte',
      label: row.required('libelle_cont_travail'),
      category: row.required('libelle_type_cont_trav'),
      subCategory: '',
      ecologique: '-',
      numerique: '-',
      macro: '',
      treeCode: '',
    };
    return { entry, clash: () => row.error('code_ogr', A_FREE_CODE, code) };
  });
}

const RUBRIQUES = { macroCompetence: '1', savoirFaire: '1', savoirEtre: '2', savoir: '3', contexte: '' } as const;

/** The official list of items must hold exactly these codes, each in the rubrique of its nature. */
async function checkItems(source: SourceVersion, entries: ReadonlyMap<string, NomenclatureEntry>): Promise<void> {
  const table = await readTable(sourceFile(source, 'item'), ['code_ogr', 'code_rubrique']);
  const items = table.byCode('code_ogr', (row) => {
    const entry = row.link('code_ogr', entries, 'a code of the competence, savoir or contexte file');
    row.oneOf('code_rubrique', [RUBRIQUES[entry.nature]]);
  });
  for (const code of entries.keys()) {
    if (!items.has(code)) throw table.error(`an item with the code ${code}, as many as the files of its nature hold`);
  }
}

function checkOgr<C extends string>(row: Row<C>, column: C): void {
  const code = row.text(column);
  if (!OGR_CODE.test(code)) throw row.error(column, 'an OGR code, a whole number', code);
}
