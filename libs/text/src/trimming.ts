import { isDigit, isLetter } from './characters';
import { LEADS } from './lexicon/clauses';
import { TRAILING_REQUIREMENT } from './lexicon/requirements';

const MOST_LEADS = 8;
const CLOSING = /[\s,;:.!?•*"'([{/=+>_#|~^<-]+$/;
const LOOSE_END =
  / (?:et|ou|de|du|des|d'|la|le|les|l'|a|au|aux|en|pour|avec|par|sur|dans|un|une|que|qui|ainsi|and|or|the|of)$/;

/** The part of `[start, end)` that carries the meaning; null when nothing is left. */
export function trim(low: string, start: number, end: number): readonly [number, number] | null {
  let to = start + trimEnd(low.slice(start, end)).length;
  const from = to - withoutLeads(low.slice(start, to)).length;
  // An unmatched parenthesis at the end belongs to the text around.
  while (to > from && low.charAt(to - 1) === ')' && !low.slice(from, to - 1).includes('(')) to--;
  while (
    to > from &&
    !carries(low.charCodeAt(to - 1)) &&
    low.charAt(to - 1) !== ')' &&
    !'+#%€°'.includes(low.charAt(to - 1))
  )
    to--;
  return hasWord(low, from, to) ? [from, to] : null;
}

function trimEnd(part: string): string {
  let rest = part;
  for (let round = 0; round < 4; round++) {
    const shorter = rest.replace(CLOSING, '').replace(TRAILING_REQUIREMENT, '').replace(LOOSE_END, '');
    if (shorter === rest) break;
    rest = shorter;
  }
  return rest;
}

const carries = (unit: number): boolean => isLetter(unit) || isDigit(unit);

function hasWord(low: string, from: number, to: number): boolean {
  let letters = 0;
  for (let i = from; i < to; i++) if (carries(low.charCodeAt(i))) letters++;
  return letters >= 1;
}

/** A part of folded text without the words that only lead to its meaning. */
export function withoutLeads(part: string): string {
  let rest = part;
  for (let round = 0; round < MOST_LEADS; round++) {
    const lead = LEADS.exec(rest.length > 120 ? rest.slice(0, 120) : rest);
    if (lead === null) break;
    rest = rest.slice(lead[0].length);
  }
  return rest;
}
