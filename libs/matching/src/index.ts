export type {
  Constraints,
  DocumentKind,
  Evidence,
  FoundConcept,
  GuessedMetier,
  LanguageLevel,
  MatchDocument,
  Requirement,
} from './document';
export { MatchEngine } from './engine';
export { explainPair } from './explain';
export type {
  ContexteItem,
  Explanation,
  ItemKind,
  LabelledCode,
  MacroItem,
  MetierItem,
  SavoirItem,
  SideStrength,
} from './explanation';
export { MatchIndex, UnknownDocumentError, type DocumentKey, type MatchFilter, type TopKOptions } from './match-index';
export { InvalidMatchDocumentError, type PreparedDocument } from './prepared-document';
export type { Match } from './top-k';
export type { Veto, VetoKind } from './vetoes';
export { InvalidWeightsError, parseWeights, type Blocks, type MatchWeights } from './weights';
export { StandingLists, type ListChange } from './standing-lists';
