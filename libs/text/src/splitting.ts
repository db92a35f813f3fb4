import { isDigit, isUpper } from './characters';
import { ACT_NOUN, BARE_LEVEL, OPENS_CLAUSE, VERB } from './lexicon/clauses';
import type { Reading } from './reading';

const SEPARATOR = /[,;:()|\n"[\]]|\/+| - | \+ | (?:et\/ou|et|ou|&|and|or) | ni |->|=>/g;

/** Where a unit falls apart: positions `[end of left, start of right]`, in order. */
export function cutsOf(reading: Reading, start: number, end: number): (readonly [number, number])[] {
  const unit = reading.low.slice(start, end);
  const cuts: [number, number][] = [];
  let left = 0;
  const cut = (from: number, to: number): void => {
    cuts.push([start + from, start + to]);
    left = to;
  };
  SEPARATOR.lastIndex = 0;
  for (let match = SEPARATOR.exec(unit); match !== null; match = SEPARATOR.exec(unit)) {
    const from = match.index;
    const to = from + match[0].length;
    if (parts(unit, reading.text, start, left, from, to, match[0].trim())) cut(from, to);
    // « et » keeps its blank for the next separator.
    if (match[0].endsWith(' ') && to > from + 1) SEPARATOR.lastIndex = to - 1;
  }
  addOpenings(unit, start, cuts);
  return cuts.sort((a, b) => a[0] - b[0]);
}

function addOpenings(unit: string, start: number, cuts: [number, number][]): void {
  OPENS_CLAUSE.lastIndex = 0;
  for (let match = OPENS_CLAUSE.exec(unit); match !== null; match = OPENS_CLAUSE.exec(unit)) {
    if (match.index > 3) cuts.push([start + match.index, start + match.index + 1]);
  }
}

function parts(
  unit: string,
  text: string,
  start: number,
  left: number,
  from: number,
  to: number,
  sign: string,
): boolean {
  switch (sign) {
    case ',':
      return partsAtComma(unit, left, from, to);
    case ':':
      return partsAtColon(unit, from, to);
    case '(':
      return partsAtParenthesis(unit, from, to);
    case ')':
      return closesParted(unit, from);
    case '/':
      return partsAtSlash(unit, text, start, from, to);
    case 'et':
    case 'ou':
    case '&':
    case 'et/ou':
    case 'and':
    case 'or':
    case 'ni':
      return partsAtAnd(unit, text, start, left, from, to);
    default:
      return true;
  }
}

/** «CACES 1, 3 et 5», «2,5» and «ex. : a, b» stay whole; every other comma parts. */
function partsAtComma(unit: string, left: number, from: number, to: number): boolean {
  const next = wordAt(unit, to);
  if (isDigit(unit.charCodeAt(from - 1)) && /^\d/.test(next)) return false;
  return from - left > 1;
}

function partsAtColon(unit: string, from: number, to: number): boolean {
  if (isDigit(unit.charCodeAt(from - 1)) && isDigit(unit.charCodeAt(to))) return false;
  if (unit.startsWith('//', to)) return false;
  return !BARE_LEVEL.test(unit.slice(to, to + 60).trim());
}

/** A parenthesis of one or two words belongs to what stands before it. */
function partsAtParenthesis(unit: string, from: number, to: number): boolean {
  const close = unit.indexOf(')', to);
  if (close < 0 || close - to > 300) return true;
  const inside = unit.slice(to, close);
  if (/[a-z]$/.test(unit.slice(from - 1, from)) && inside.length <= 6) return false;
  return /[,;/]/.test(inside) ? inside.length > 8 : inside.split(' ').length > 2;
}

function closesParted(unit: string, from: number): boolean {
  const open = unit.lastIndexOf('(', from);
  return open < 0 || from - open > 300 || partsAtParenthesis(unit, open, open + 1);
}

/** «Excel/Word» are two tools; «montage/démontage», «H/F», «24/7» and «km/h» are one. */
function partsAtSlash(unit: string, text: string, start: number, from: number, to: number): boolean {
  const before = /[a-z0-9.+#'()-]*$/.exec(unit.slice(Math.max(0, from - 40), from))?.[0] ?? '';
  if (unit.charAt(from - 1) === ' ' && unit.charAt(to) === ' ') {
    const left = lastWord(unit, from - 1);
    const right = wordAt(unit, to);
    return !sameRoot(left, right) && right.length > 2;
  }
  const after = wordAt(unit, to);
  if (before.length < 2 || after.length < 2 || sameRoot(before, after)) return false;
  return isUpper(text.charCodeAt(start + to)) && /[a-z]/.test(before) && before.length + after.length > 5;
}

function sameRoot(a: string, b: string): boolean {
  return a.slice(0, 4) === b.slice(0, 4);
}

/** «accueil et encaissement», «Excel et Word» part; «des stocks et des commandes», «aider et accompagner X» do not. */
function partsAtAnd(unit: string, text: string, start: number, left: number, from: number, to: number): boolean {
  const before = unit.slice(left, from).trim();
  const after = unit.slice(to, to + 60);
  if (before.length < 3 || (/\d$/.test(before) && /^\d/.test(after))) return false;
  const leftWords = before.split(' ').length;
  if (VERB.test(after)) return leftWords > 1 && !/^(?:de|d'|a) ?[a-z]+$/.test(before);
  if (/^(?:je |j'|vous |on |elle |il |tu |c'est |nous )/.test(after)) return true;
  if (/^(?:des|du|de|d'|aux|au|a) ?/.test(after)) return false;
  if (ACT_NOUN.test(after)) return leftWords > 1 || /\b(?:tion|ment|age)$/.test(before) === ACT_NOUN.test(before);
  if (
    isUpper(text.charCodeAt(start + to)) &&
    isUpper(text.charCodeAt(start + left + unit.slice(left, from).search(/\S/)))
  )
    return true;
  return /^(?:la|le|les|l'|une?|votre|vos|son|sa|ses) ?/.test(after) && leftWords > 2;
}

function wordAt(unit: string, at: number): string {
  return /^ *([a-z0-9.+#'-]*)/.exec(unit.slice(at, at + 40))?.[1] ?? '';
}

function lastWord(unit: string, end: number): string {
  return /([a-z0-9.+#'()-]*) *$/.exec(unit.slice(Math.max(0, end - 40), end))?.[1] ?? '';
}
