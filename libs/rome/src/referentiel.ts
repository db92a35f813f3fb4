import type {
  Appellation,
  Concept,
  ConceptKind,
  FicheMetier,
  MacroCompetence,
  Regroupement,
  RegroupementKind,
  TreeNode,
} from './concepts';

/** One compiled version of ROME 4.0, read-only. Whatever takes a code throws `UnknownCodeError` on an unknown one. */
export interface Referentiel {
  /** For example `4.60`. */
  readonly version: string;
  /** Official publication date, `YYYY-MM-DD`. */
  readonly publishedOn: string;
  /** Content hash of the compiled file (hex): changes whenever anything in it does. */
  readonly digest: string;
  readonly concepts: readonly Concept[];
  readonly macros: readonly MacroCompetence[];
  readonly fiches: readonly FicheMetier[];
  readonly appellations: readonly Appellation[];
  readonly regroupements: readonly Regroupement[];

  hasConcept(code: string): boolean;
  concept(code: string): Concept;
  hasFiche(code: string): boolean;
  fiche(code: string): FicheMetier;
  appellation(code: string): Appellation;
  /** By OGR code (`300030`) or tree code (`1A101`). */
  macro(code: string): MacroCompetence;
  /** The macro a concept belongs to, itself included; null for savoir and contexte. */
  parentMacro(code: string): MacroCompetence | null;
  /** Savoir-faire of a macro; empty for other kinds. */
  children(code: string): readonly Concept[];
  /** Fiches that list the concept (for a macro: that list it or one of its savoir-faire). */
  fichesOf(conceptCode: string): readonly FicheMetier[];
  conceptsOf(ficheCode: string): readonly Concept[];
  appellationsOf(ficheCode: string): readonly Appellation[];
  regroupement(kind: RegroupementKind, code: string): Regroupement;
  /** Domaine, enjeu, objectif, macro (and the concept itself below it); empty for savoir and contexte. */
  path(code: string): readonly TreeNode[];
  /**
   * Concepts whose folded label has a word that starts with the folded prefix, label-initial ones first, then by index;
   * at most `limit` (20).
   */
  search(prefix: string, options?: { kinds?: readonly ConceptKind[]; limit?: number }): readonly Concept[];
}
