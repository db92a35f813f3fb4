export type {
  Appellation,
  Coeur,
  Concept,
  ConceptKind,
  ConceptTransitions,
  FicheItem,
  FicheMetier,
  FicheRegroupement,
  Flag,
  MacroCompetence,
  Regroupement,
  RegroupementKind,
  Transitions,
  TreeNode,
} from './concepts';
export type { RomeCounts, RomeManifest } from './compiled-format';
export { type CompileProgress, type CompiledReferentiel, compileReferentiel } from './compile/compile-referentiel';
export { writeCompiled } from './compile/write-compiled';
export { RomeFormatError, UnknownCodeError } from './errors';
export { loadReferentiel } from './load-referentiel';
export type { Referentiel } from './referentiel';
