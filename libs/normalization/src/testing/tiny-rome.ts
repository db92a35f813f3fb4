import type { Concept, ConceptKind, FicheMetier, MacroCompetence, Referentiel, TreeNode } from '@passerelle/rome';

const node = (code: string): TreeNode => ({ code, label: code });
const transitions = { ecologique: null, numerique: null };

/** Macro `100` with a savoir-faire, savoir-être `200`, a savoir, a contexte; index is the position. */
const CONCEPTS: readonly (readonly [code: string, kind: ConceptKind, label: string, macro: number])[] = [
  ['100', 'macroCompetence', 'Fabriquer du pain', 0],
  ['101', 'savoirFaire', 'Pétrir une pâte', 0],
  ['110', 'macroCompetence', 'Conduire un véhicule', 1],
  ['111', 'savoirFaire', 'Conduire un camion', 1],
  ['200', 'savoirEtre', "Avoir l'esprit d'équipe", 2],
  ['300', 'savoir', 'Farines et levains', -1],
  ['400', 'contexte', 'Travail de nuit', -1],
];
const FICHES = [
  {
    code: 'D1',
    label: 'Boulanger / Boulangère',
    forms: ['Boulanger', 'Boulangère'],
    items: ['101!', '200', '300', '400'],
  },
  { code: 'N1', label: 'Conducteur / Conductrice', forms: ['Conducteur', 'Conductrice'], items: ['111!', '400'] },
  { code: 'G1', label: 'Serveur / Serveuse', forms: ['Serveur', 'Serveuse'], items: ['200'] },
] as const;

/** A fictional référentiel of seven concepts and three métiers: only what normalization asks of one. */
export function tinyRome(): Referentiel {
  const concepts = CONCEPTS.map(([code, kind, label, macro], index): Concept => ({
    index,
    code,
    kind,
    label,
    macro,
    category: '',
    subCategory: '',
    transitions,
  }));
  const byCode = new Map(concepts.map((concept) => [concept.code, concept]));
  const tree = { domaine: node('1'), enjeu: node('1A'), objectif: node('1A1') };
  const macros = ['100', '110', '200'].map((code, index): MacroCompetence => {
    const { label, index: concept, kind } = byCode.get(code)!;
    if (kind !== 'macroCompetence' && kind !== 'savoirEtre') throw new Error(`${code} is a ${kind}`);
    return { index, concept, code, treeCode: code, label, kind, ...tree, children: [], riasec: [] };
  });
  const fiches = FICHES.map(({ code, label, items }, index): FicheMetier => ({
    index,
    code,
    label,
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
  const known: Partial<Referentiel> = {
    version: '0.1',
    concepts,
    macros,
    fiches,
    appellations: FICHES.map(({ code, label, forms }, fiche) => ({
      code,
      label,
      shortLabel: label,
      forms,
      principale: true,
      peuUsite: false,
      fiche,
      parentCode: code,
      transitions: { ecologique: '', numerique: null, demographique: null },
      emploiReglemente: null,
      emploiCadre: null,
    })),
    hasConcept: (code) => byCode.has(code),
    concept: (code) => byCode.get(code)!,
    hasFiche: (code) => ficheByCode.has(code),
    fiche: (code) => ficheByCode.get(code)!,
  };
  return known as Referentiel;
}
