export { fold, words } from './fold';
export { segment } from './segment';
export { stem } from './stem';
export type { Clause, Exclusion, Field, Section, SectionKind, Segmentation, SourceText } from './types';
