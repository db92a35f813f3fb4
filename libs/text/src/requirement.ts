import { REQUIRED, WISHED } from './lexicon/requirements';
import type { Clause } from './types';

/** How firmly the words ask: `souhaité` wins where both stand («permis B souhaité, obligatoire à terme» asks less today). */
export function requirementIn(low: string): Clause['requirement'] {
  if (WISHED.test(low)) return 'souhaité';
  return REQUIRED.test(low) ? 'exigé' : null;
}
