import { isDigit, isUpper } from './characters';
import { ACT_NOUN, ADJECTIVE, BARE_LEVEL, OPENS_CLAUSE, VERB } from './lexicon/clauses';
import type { Reading } from './reading';
import { withoutLeads } from './trimming';

const SEPARATOR = /[,;:()|"[\]]|\/+| - | \+ | (?:et\/ou|et|ou|&|and|or) | ni |->|=>/g;

/** Where a unit falls apart: positions `[end of left, start of right]`, in order. */
export function cutsOf(reading: Reading, start: number, end: number): (readonly [number, number])[] {
  const unit = reading.low.slice(start, end);
  const openings = openingsOf(unit);
  const cuts = openings.map((at): [number, number] => [start + at, start + at + 1]);
  let opening = 0;
  let left = 0;
  SEPARATOR.lastIndex = 0;
  for (let match = SEPARATOR.exec(unit); match !== null; match = SEPARATOR.exec(unit)) {
    const from = match.index;
    const to = from + match[0].length;
    for (; opening < openings.length && openings[opening]! < from; opening++) left = Math.max(left, openings[opening]!);
    if (parts(unit, reading.text, start, left, from, to, match[0].trim())) {
      cuts.push([start + from, start + to]);
      left = to;
    }
    // « et » keeps its blank for the next separator.
    if (match[0].endsWith(' ') && to > from + 1) SEPARATOR.lastIndex = to - 1;
  }
  return cuts.sort((a, b) => a[0] - b[0]);
}

function openingsOf(unit: string): number[] {
  const openings: number[] = [];
  OPENS_CLAUSE.lastIndex = 0;
  for (let match = OPENS_CLAUSE.exec(unit); match !== null; match = OPENS_CLAUSE.exec(unit)) {
    if (match.index > 3) openings.push(match.index);
  }
  return openings;
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
      return partsAtColon(unit, left, from, to);
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

/** «CACES 1, 3 et 5», «des stocks, des commandes», «trier, ranger et classer X» stay whole; every other comma parts. */
function partsAtComma(unit: string, left: number, from: number, to: number): boolean {
  if (from - left <= 1) return false;
  const before = unit.slice(left, from).trim();
  const after = unit.slice(to, to + 40).trimStart();
  const [next = ''] = /^[a-z0-9'-]*/.exec(after) ?? [];
  if (/\d$/.test(before) && /^\d/.test(next)) return false;
  if (takesUp(before, unit.slice(to, to + 80))) return false;
  if (!before.includes(' ') && VERB.test(before) && VERB.test(after)) return false;
  const ending = /(?<= )[a-z]+$/.exec(before)?.[0];
  return !(
    ending !== undefined &&
    ADJECTIVE.test(ending) &&
    ADJECTIVE.test(next) &&
    /^[a-z]+ *(?:,|et |ou |$|\.)/.test(after)
  );
}

const PREPOSITION = /^ *(?:et )?(de la|de l'|des|de|du|d'une?|d'|en|aux|au) ?(?=[a-z])/;
const PART = /^[^,;:.()]*?(?=[,;:.()]| et | ou |$)/;

/** Whether a short part goes on with a preposition of the clause before it: «gestion des stocks | des commandes». */
function takesUp(before: string, after: string): boolean {
  const preposition = PREPOSITION.exec(after)?.[1];
  if (preposition === undefined || preposition.startsWith("d'u")) return false;
  if (
    preposition.length > 2 &&
    /^(?:(?:requiert|necessite|exige|demande|avec) )?(?:de la|de l'|du|des) ?\S+$/.test(before)
  )
    return false;
  const kind = preposition === 'en' ? 'en' : preposition.startsWith('au') ? 'aux?' : "(?:de|des|du|d')";
  if (!new RegExp(`(?:^|[ '])${kind}(?![a-z])`).test(before)) return false;
  return (PART.exec(after.trimStart())?.[0].trim().split(' ').length ?? 9) <= 4;
}

/** Times and addresses stay whole, and a label with a word or two: «Contrat : CDI», «anglais : courant». */
function partsAtColon(unit: string, left: number, from: number, to: number): boolean {
  if (isDigit(unit.charCodeAt(from - 1)) && isDigit(unit.charCodeAt(to))) return false;
  if (unit.startsWith('//', to)) return false;
  const after = unit.slice(to, to + 60).trim();
  if (BARE_LEVEL.test(after)) return false;
  return !(
    /^\S+(?: \S+)?[ .]*$/.test(after) &&
    to + 60 > unit.length &&
    unit.slice(left, from).trim().split(' ').length <= 4
  );
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
    return !sameRoot(left, right) && right.length > 4 && left.length > 4;
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
  const before = withoutLeads(unit.slice(left, from)).trim();
  const after = unit.slice(to, to + 80).trimStart();
  if (before.length < 2 || (/\d$/.test(before) && /^\d/.test(after))) return false;
  const alone = !/[ ']/.test(before);
  if (VERB.test(after)) return !(alone && VERB.test(before)) && !BARE_VERBS.test(before);
  if (PERSON.test(after)) return true;
  if (PREPOSITION.test(after)) return !takesUp(unit.slice(left, from), unit.slice(to, to + 80));
  const part = PART.exec(after)?.[0].trim() ?? '';
  if (alone && !part.includes(' ')) return !VERB.test(before);
  // «nettoyage et désinfection des locaux» is one object; «mise en …» has one of its own.
  if (ACT_NOUN.test(after)) return !alone || OWN_OBJECT.test(after);
  if (isUpper(text.charCodeAt(start + to)) && alone) return true;
  return DETERMINER.test(after) && (!alone || unit.charAt(left - 1) === ',');
}

/** «accueillir», «rechercher, traiter»: verbs that wait for their object. */
const BARE_VERBS = /^[a-z]+(?:er|ir|re|ez), [a-z]+(?:er|ir|re|ez)$/;
const OWN_OBJECT = /^(?:la |une )?(?:re)?(?:mise|prise|tenue) /;
const PERSON = /^(?:je |j'|vous |on |elle |il |tu |c'est |nous )/;
const DETERMINER = /^(?:la|le|les|l'|une?|votre|vos|son|sa|ses) ?/;

function wordAt(unit: string, at: number): string {
  return /^ *([a-z0-9.+#'-]*)/.exec(unit.slice(at, at + 40))?.[1] ?? '';
}

function lastWord(unit: string, end: number): string {
  return /([a-z0-9.+#'()-]*) *$/.exec(unit.slice(Math.max(0, end - 40), end))?.[1] ?? '';
}
