export { certificateKey } from './constraints';
export { type BuildProgress, openKnowledge } from './knowledge';
export { LexicalIndex } from './lexical-index';
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
export { type LinkCandidate, Normalizer } from './normalizer';
export { type NormalizerLocations, openNormalizer } from './open-normalizer';
export type { Baseline } from './parameters';
export { NormalizerPool } from './pool';
export { SEARCH_BREADTH } from './surface-index';
