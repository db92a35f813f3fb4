export type { BuildProgress } from './knowledge';
export type {
  DocumentConcept,
  Evidence,
  GuessedMetier,
  Mention,
  NormalizedDocument,
  Requirement,
  SourceDocument,
  TextConstraints,
} from './normalized-document';
export type { LinkCandidate } from './normalizer';
export type { NormalizerLocations } from './open-normalizer';
export { NormalizerPool } from './pool';
export type { Baseline } from './parameters';
export { LexicalIndex } from './lexical-index';
