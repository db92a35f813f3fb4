import { REQUIRED, SHARED_REQUIREMENT, WISHED } from './lexicon/requirements';
import type { Clause } from './types';

/** How firmly the words ask: `souhaité` wins where both stand («souhaité, obligatoire à terme» asks less today). */
export function requirementIn(low: string): Clause['requirement'] {
  if (WISHED.test(low)) return 'souhaité';
  return REQUIRED.test(low) ? 'exigé' : null;
}

/** What a sentence says of all its clauses: «anglais et permis exigés», «idéalement, …»; null when it speaks of one only. */
export const requirementOver = (low: string): Clause['requirement'] =>
  SHARED_REQUIREMENT.test(low) ? requirementIn(low) : null;
