import type { CompiledLevel, CompiledRome } from '../compiled-format';
import { Level } from './levels';
import { type NomenclatureEntry, readNomenclature } from './nomenclature';
import { byOgrCode, byText } from './order';
import { readRiasec } from './riasec';
import { sourceFile, type SourceVersion } from './source-files';
import { readTable } from './table';

interface CompiledConcepts {
  readonly sections: Pick<CompiledRome, 'domaines' | 'enjeux' | 'objectifs' | 'concepts' | 'macros'>;
  /** Position in the compiled concepts, by code. */
  readonly positions: ReadonlyMap<string, number>;
}

/** The tree, and every concept of the nomenclature in its compiled order. */
export async function compileConcepts(source: SourceVersion, step: (name: string) => void): Promise<CompiledConcepts> {
  const entries = await readNomenclature(source, step);
  const tree = await readTree(source, entries);
  step('arborescence_competences');
  const macros = ofNature(entries, 'macroCompetence', 'savoirEtre').sort((a, b) => byText(a.treeCode, b.treeCode));
  const macroPosition = new Map(macros.map((macro, position) => [macro.code, position]));
  const riasec = await readRiasec(source, 'referentiel_macro_competence_riasec', 'code_ogr', macroPosition);
  step('referentiel_macro_competence_riasec');

  const parentOf = (entry: NomenclatureEntry): number => macroPosition.get(entry.macro)!;
  const savoirFaire = ofNature(entries, 'savoirFaire').sort(
    (a, b) => parentOf(a) - parentOf(b) || byOgrCode(a.code, b.code),
  );
  const savoirs = ofNature(entries, 'savoir').sort(byCategory);
  const contextes = ofNature(entries, 'contexte').sort(byCategory);
  const ordered = [...macros, ...savoirFaire, ...savoirs, ...contextes];
  const categories = [...new Set(ordered.map(categoryOf))].sort(byText);
  const categoryPosition = new Map(categories.map((category, position) => [category, position]));
  const children = macros.map(() => 0);
  for (const entry of savoirFaire) children[parentOf(entry)]!++;

  return {
    sections: {
      domaines: tree.domaines,
      enjeux: tree.enjeux,
      objectifs: tree.objectifs,
      concepts: {
        sizes: [macros.length, savoirFaire.length, savoirs.length, contextes.length],
        codes: ordered.map(({ code }) => code).join(' '),
        labels: ordered.map(({ label }) => label).join('\n'),
        categories: categories.join('\n'),
        category: ordered.map((entry) => categoryPosition.get(categoryOf(entry))!),
        ecologique: ordered.map(({ ecologique }) => ecologique).join(''),
        numerique: ordered.map(({ numerique }) => numerique).join(''),
      },
      macros: {
        treeCodes: macros.map(({ treeCode }) => treeCode).join(' '),
        objectif: macros.map(({ code }) => tree.objectifOfMacro.get(code)!),
        kinds: macros.map(({ nature }) => (nature === 'savoirEtre' ? 'E' : 'M')).join(''),
        riasec,
        children,
      },
    },
    positions: new Map(ordered.map(({ code }, position) => [code, position])),
  };
}

function ofNature(
  entries: ReadonlyMap<string, NomenclatureEntry>,
  ...natures: readonly NomenclatureEntry['nature'][]
): NomenclatureEntry[] {
  return [...entries.values()].filter(({ nature }) => natures.includes(nature));
}

function categoryOf(entry: NomenclatureEntry): string {
  return `${entry.category}\t${entry.subCategory}`;
}

function byCategory(a: NomenclatureEntry, b: NomenclatureEntry): number {
  return byText(categoryOf(a), categoryOf(b)) || byOgrCode(a.code, b.code);
}

interface Tree {
  readonly domaines: CompiledLevel;
  readonly enjeux: CompiledLevel;
  readonly objectifs: CompiledLevel;
  readonly objectifOfMacro: ReadonlyMap<string, number>;
}

async function readTree(source: SourceVersion, entries: ReadonlyMap<string, NomenclatureEntry>): Promise<Tree> {
  const table = await readTable(sourceFile(source, 'arborescence_competences'), [
    'code_domaine_competence',
    'domaine_competence',
    'code_enjeu',
    'enjeu',
    'code_objectif',
    'objectif',
    'code_macro_competence',
    'code_ogr_macro_competence',
    'code_ogr_competence',
  ]);
  const domaines = new Level('code_domaine_competence', 'domaine_competence', null);
  const enjeux = new Level('code_enjeu', 'enjeu', 'code_domaine_competence');
  const objectifs = new Level('code_objectif', 'objectif', 'code_enjeu');
  const objectifOf = new Map<string, string>();
  const placed = new Set<string>();
  for (const row of table.rows) {
    domaines.add(row);
    enjeux.add(row);
    const objectif = objectifs.add(row);
    const macro = row.link('code_ogr_macro_competence', entries, 'the code of a macro-compétence');
    if (macro.treeCode !== row.required('code_macro_competence')) {
      throw row.error('code_macro_competence', `the tree code of ${macro.code}`, row.text('code_macro_competence'));
    }
    const before = objectifOf.get(macro.code) ?? objectif;
    if (before !== objectif)
      throw row.error('code_objectif', `the objectif of ${macro.code} as before, ${before}`, objectif);
    objectifOf.set(macro.code, objectif);
    if (row.text('code_ogr_competence') === '') continue;

    const savoirFaire = row.link('code_ogr_competence', entries, 'the code of a savoir-faire');
    if (savoirFaire.macro !== macro.code) {
      throw row.error('code_ogr_competence', `a savoir-faire of the macro ${macro.code}`, savoirFaire.code);
    }
    if (placed.has(savoirFaire.code))
      throw row.error('code_ogr_competence', 'a code that occurs once', savoirFaire.code);
    placed.add(savoirFaire.code);
  }
  for (const { code, nature } of entries.values()) {
    const inTree = nature === 'savoirFaire' ? placed.has(code) : objectifOf.has(code);
    if (nature !== 'savoir' && nature !== 'contexte' && !inTree)
      throw table.error(`the competence ${code} in the tree`);
  }

  const top = domaines.compile();
  const middle = enjeux.compile(top.positions);
  const low = objectifs.compile(middle.positions);
  return {
    domaines: top.level,
    enjeux: middle.level,
    objectifs: low.level,
    objectifOfMacro: new Map([...objectifOf].map(([macro, objectif]) => [macro, low.positions.get(objectif)!])),
  };
}
