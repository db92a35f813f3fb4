import type { Referentiel } from '@passerelle/rome';

/** The parts of the référentiel that matching reads. */
export type Nomenclature = Pick<
  Referentiel,
  'concepts' | 'macros' | 'fiches' | 'hasConcept' | 'concept' | 'hasFiche' | 'fiche'
>;
