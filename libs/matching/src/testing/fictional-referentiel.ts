import type { Concept, ConceptKind, FicheMetier, MacroCompetence, TreeNode } from '@passerelle/rome';

import type { Nomenclature } from '../nomenclature';

/** The two savoir-faire of a macro `A` are `A1` and `A2`. */
interface FictionalNomenclature {
  readonly macros: readonly { readonly code: string; readonly objectif: string; readonly savoirEtre?: boolean }[];
  readonly savoirs: readonly string[];
  readonly contextes: readonly string[];
  /** Items by code; `!` after a code makes it principale. */
  readonly fiches: Readonly<Record<string, readonly string[]>>;
}

const node = (code: string): TreeNode => ({ code, label: code });

/** A nomenclature small enough to reason about. */
function fictionalReferentiel(nomenclature: FictionalNomenclature): Nomenclature {
  const concepts: Concept[] = [];
  const add = (code: string, kind: ConceptKind, macro: number): number => {
    const index = concepts.length;
    const label = `Libellé ${code}`;
    const transitions = { ecologique: null, numerique: null };
    concepts.push({ index, code, kind, label, macro, category: '', subCategory: '', transitions });
    return index;
  };
  const macros = nomenclature.macros.map(({ code, objectif, savoirEtre = false }, index): MacroCompetence => {
    const kind = savoirEtre ? 'savoirEtre' : 'macroCompetence';
    const concept = add(code, kind, index);
    const children = [1, 2].map((n) => add(`${code}${n}`, 'savoirFaire', index));
    const tree = { domaine: node('1'), enjeu: node('1A'), objectif: node(objectif) };
    return { index, concept, code, treeCode: code, label: `Libellé ${code}`, kind, ...tree, children, riasec: [] };
  });
  for (const code of nomenclature.savoirs) add(code, 'savoir', -1);
  for (const code of nomenclature.contextes) add(code, 'contexte', -1);
  const byCode = new Map(concepts.map((concept) => [concept.code, concept]));
  const fiches = Object.entries(nomenclature.fiches).map(([code, items], index): FicheMetier => ({
    index,
    code,
    label: `Métier ${code}`,
    parentCode: code,
    grandDomaine: node('X'),
    domaineProfessionnel: node('X1'),
    items: items.map((item) => ({
      concept: byCode.get(item.replace('!', ''))!.index,
      coeur: item.endsWith('!') ? 'principale' : null,
    })),
    mobilities: [],
    regroupements: [],
    riasec: [],
    transitions: { ecologique: '', numerique: null, demographique: null },
    emploiReglemente: null,
    emploiCadre: null,
  }));
  const ficheByCode = new Map(fiches.map((fiche) => [fiche.code, fiche]));
  return {
    concepts,
    macros,
    fiches,
    hasConcept: (code) => byCode.has(code),
    concept: (code) => byCode.get(code)!,
    hasFiche: (code) => ficheByCode.has(code),
    fiche: (code) => ficheByCode.get(code)!,
  };
}

/** A workshop, a road and an office, with métiers that overlap. `R` and `S` are savoir-être. */
export const SMALL_ROME = fictionalReferentiel({
  macros: [
    { code: 'A', objectif: '1A1' },
    { code: 'B', objectif: '1A1' },
    { code: 'C', objectif: '1A1' },
    { code: 'D', objectif: '1A2' },
    { code: 'E', objectif: '1A2' },
    { code: 'F', objectif: '1B1' },
    { code: 'G', objectif: '1B1' },
    { code: 'H', objectif: '1B2' },
    { code: 'R', objectif: '1Z1', savoirEtre: true },
    { code: 'S', objectif: '1Z1', savoirEtre: true },
  ],
  savoirs: ['s1', 's2', 's3', 's4'],
  contextes: ['c1', 'c2', '300806', '300803'],
  fiches: {
    M1: ['A1!', 'A2', 'B1', 'C1', 'R', 's1', 'c1'],
    M2: ['A1', 'B1!', 'B2', 'R', 's1', 's2', 'c1', '300806'],
    M3: ['D1!', 'D2', 'E1', 'C1', 'R', 'S', 's3', '300803'],
    M4: ['E1!', 'F1', 'S', 's3', 's4', 'c2'],
    M5: ['F1!', 'F2', 'G1', 'S', 's4', 'c2'],
    M6: ['G1!', 'H1', 'R', 's2'],
  },
});
