import { DENYING_ANSWER, NEGATION, NEGATIVE_LEAD, NOT_NEGATIONS, WISH } from './lexicon/negations';

/** Whether folded words deny a skill (`negation`), turn it down (`wish`) or do neither. */
export function denialIn(low: string): 'negation' | 'wish' | null {
  const bare = low.replace(NOT_NEGATIONS, ' ');
  if (WISH.test(bare)) return 'wish';
  return NEGATION.test(bare) ? 'negation' : null;
}

/** Whether a sentence opens so that all of it is what is not done or not wanted: «ce que je ne fais pas : …». */
export const opensDenial = (low: string): boolean => NEGATIVE_LEAD.test(low);

/** Whether a part only answers no to what stands before it. */
export const deniesBefore = (low: string): boolean => DENYING_ANSWER.test(low);
