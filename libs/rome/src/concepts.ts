/**
 * What the référentiel holds, as it stands in memory. Terms of art stay French, as in ROME 4.0 itself.
 * Every `index` is the position of the entry in the corresponding list of the référentiel, dense from 0 and stable for
 * one compiled file, so that vectors and postings can be plain typed arrays.
 */

/** `macroCompetence`: a macro that groups savoir-faire; the 16 savoir-être professionnels are macros of kind `savoirEtre`. */
export type ConceptKind = 'macroCompetence' | 'savoirFaire' | 'savoirEtre' | 'savoir' | 'contexte';

/** Yes, no, or null where the official file says nothing. */
export type Flag = boolean | null;

/** Part in the three transitions that public policy follows. */
export interface Transitions {
  /** Official wording, for example «Emploi Vert», «Emploi Brun»; empty where nothing is said. */
  readonly ecologique: string;
  readonly numerique: Flag;
  readonly demographique: Flag;
}

/** Whether an item itself belongs to a transition; null twice for contextes, of which the official files say nothing. */
export interface ConceptTransitions {
  readonly ecologique: Flag;
  readonly numerique: Flag;
}

/** One entry of the nomenclature that a text can express: 33,850 of them in v4.60. */
export interface Concept {
  readonly index: number;
  /** OGR code, for example `300030`. */
  readonly code: string;
  readonly kind: ConceptKind;
  readonly label: string;
  /** Index (in `macros`) of the macro-compétence it belongs to; of itself for a macro or savoir-être; -1 for savoir and contexte. */
  readonly macro: number;
  /** Savoir: category; contexte: type; savoir-faire, savoir-être and macro: `Technique`, `Technique expert` or `Transverse`. */
  readonly category: string;
  /** Savoir: sub-category; empty otherwise. */
  readonly subCategory: string;
  readonly transitions: ConceptTransitions;
}

/** A macro-compétence (507, savoir-être included), the level at which matching happens. */
export interface MacroCompetence {
  readonly index: number;
  /** Index in `concepts`. */
  readonly concept: number;
  /** OGR code, as `concept.code`. */
  readonly code: string;
  /** Code in the tree, for example `1A101`. */
  readonly treeCode: string;
  readonly label: string;
  readonly kind: 'macroCompetence' | 'savoirEtre';
  readonly domaine: TreeNode;
  readonly enjeu: TreeNode;
  readonly objectif: TreeNode;
  /** Indices in `concepts` of the savoir-faire grouped by this macro. */
  readonly children: readonly number[];
  /** Holland codes, major then minor, for example `['C', 'S']`; empty for the many macros that have none. */
  readonly riasec: readonly string[];
}

export interface TreeNode {
  readonly code: string;
  readonly label: string;
}

/** How central an item is for its métier. */
export type Coeur = 'principale' | 'émergente' | null;

export interface FicheItem {
  /** Index in `concepts`. */
  readonly concept: number;
  readonly coeur: Coeur;
}

export interface Appellation {
  readonly code: string;
  /** As written officially: «Chauffeur / Chauffeuse de bus». */
  readonly label: string;
  readonly shortLabel: string;
  /** Both gender forms told apart: `['Chauffeur de bus', 'Chauffeuse de bus']`; one element where they are the same. */
  readonly forms: readonly string[];
  /** The one appellation of the fiche that gives it its name. */
  readonly principale: boolean;
  readonly peuUsite: boolean;
  /** Index in `fiches`. */
  readonly fiche: number;
  /** The code (one of the old 532) that it was filed under; it may differ from its fiche's. */
  readonly parentCode: string;
  readonly transitions: Transitions;
  readonly emploiReglemente: Flag;
  readonly emploiCadre: Flag;
}

/** The ways in which ROME groups métiers, beside the domaines professionnels. */
export type RegroupementKind =
  'thematique' | 'centreInteret' | 'secteurActivite' | 'sousSecteurActivite' | 'secteurNaf';

/** A group of métiers, for example the theme «Métiers du nucléaire» or a two-digit NAF division. */
export interface Regroupement {
  readonly kind: RegroupementKind;
  /** Unique within its kind. */
  readonly code: string;
  readonly label: string;
  /** Sous-secteur: code of its secteur d'activité; null otherwise. */
  readonly parentCode: string | null;
  /** Indices in `fiches`, ascending. */
  readonly fiches: readonly number[];
}

export interface FicheRegroupement {
  readonly regroupement: Regroupement;
  /** The main one of its kind for that fiche; always false for thématiques and NAF, which name none. */
  readonly principal: boolean;
}

/** A métier: 1,584 of them in v4.60. */
export interface FicheMetier {
  readonly index: number;
  /** ROME code, for example `M1805`. */
  readonly code: string;
  /** As written officially: «Boulanger / Boulangère». */
  readonly label: string;
  /** The ROME code (one of the old 532) that it descends from; its own code for an old one. */
  readonly parentCode: string;
  readonly grandDomaine: TreeNode;
  readonly domaineProfessionnel: TreeNode;
  readonly items: readonly FicheItem[];
  /** Other fiches within reach, nearest first. */
  readonly mobilities: readonly { readonly fiche: number; readonly order: number }[];
  readonly riasec: readonly string[];
  readonly transitions: Transitions;
  /** A certificate is compulsory. */
  readonly emploiReglemente: Flag;
  readonly emploiCadre: Flag;
  /** Thématiques, centres d'intérêt, secteurs and sous-secteurs d'activité, NAF. */
  readonly regroupements: readonly FicheRegroupement[];
}
