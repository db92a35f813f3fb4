import { isCapitals, type FoldedText } from './folded-text';
import type { Finding } from './judgement';
import { LICENCE_CODES, LICENCE_NAMES } from './licence-tables';

const HEAD = /\bpermis\b/g;
const CODE = /^(?:c\s?\+\s?e|am|b96|c1e|d1e|[abcd][12]|be|eb|ce|ec|de|ed|[abcd])(?![a-z0-9'])/;
const LEAD = /^\s*(?::|de conduire|de conduite|categories?|cat\.?|type|valide|\(|"|\s)*/;
const CONNECTOR = /^\s*(?:\)\s*)?(?:,|et\/ou|et|ou|\/|\+|&|-)?\s*(?:(?:le|du|un|les)\s+)?(?:permis\s+)?\(?"?/;
/** «vous a permis de», «permis de construire», «permis bateau» are no driving licences. */
const VERB_BEFORE =
  /\b(?:a|ai|as|ont|avons|avez|ayant|avait|auront|aura|m'a|est|sont|soit|ete)\s+(?:toujours\s+|ainsi\s+|egalement\s+)?$/;
const OTHER_KIND =
  /^\s*(?:de (?!conduire|conduite)|d'|des |du |a (?!jour)|aux |au |cotier|bateau|fluvial|hauturier|mer\b|chasse|nacelle|cariste|caces|pont|feu|particulier|et habilitations|et sante|, sante)/;
const DETERMINER =
  /(?:\b(?:le|du|un|votre|mon|son|leur|de|avec|avoir|titulaires?|possession)\s+|[:\-*+,/(\n.]\s*|^\s*)$/;
const MOST_CODES = 8;

/** Driving licences, one finding for each code. «permis» alone, or «permis de conduire», is taken for the B. */
export function findLicences(text: FoldedText, limit: number): Finding<string>[] {
  const found: Finding<string>[] = [];
  let heads = 0;
  for (const head of text.folded.matchAll(HEAD)) {
    if (found.length >= limit || heads++ >= limit * 10) break;
    const start = head.index;
    const before = text.folded.slice(Math.max(0, start - 30), start);
    const listed = readList(text, start, start + head[0].length, before);
    if (listed.length > 0) found.push(...listed.filter((next) => next.start >= (found.at(-1)?.start ?? 0)));
    else if (isPlain(text.folded, start + head[0].length, before)) {
      found.push({ topic: 'licence', start, end: plainEnd(text.folded, start + head[0].length), value: 'B' });
    }
  }
  return found;
}

function readList(text: FoldedText, headStart: number, headEnd: number, before: string): Finding<string>[] {
  const found: Finding<string>[] = [];
  let at = headEnd + (LEAD.exec(text.folded.slice(headEnd, headEnd + 40))?.[0].length ?? 0);
  while (found.length < MOST_CODES) {
    const rest = text.folded.slice(at, at + 30);
    const named = LICENCE_NAMES.find(([pattern]) => pattern.test(rest));
    const length = named ? (named[0].exec(rest)?.[0].length ?? 0) : codeLength(text, at, rest, found, before);
    const value = named ? named[1] : LICENCE_CODES.get(rest.slice(0, length).replace(/\s/g, ''));
    if (length === 0 || !value) break;
    found.push({ topic: 'licence', start: found.length === 0 ? headStart : at, end: at + length, value });
    at += length;
    at += CONNECTOR.exec(text.folded.slice(at, at + 24))?.[0].length ?? 0;
  }
  return found;
}

function codeLength(text: FoldedText, at: number, rest: string, found: readonly unknown[], before: string): number {
  const code = CODE.exec(rest)?.[0] ?? '';
  if (code === '') return 0;
  if (isCapitals(text, at, at + code.length)) return code.length;
  const isWord = code === 'a' || code === 'de' || code === 'd' || (code === 'ce' && found.length === 0);
  const follows = /^\s*(?:$|[.,;:!?)\n+/&-]|et\b|ou\b|exig|oblig|souhait|indisp|requis|valide|neces|ok\b|depuis|non\b)/;
  const clear = follows.test(rest.slice(code.length));
  if (isWord || found.length > 0) return clear && code !== 'a' ? code.length : 0;
  return VERB_BEFORE.test(before) ? 0 : code.length;
}

function isPlain(folded: string, end: number, before: string): boolean {
  const after = folded.slice(end, end + 30);
  return !VERB_BEFORE.test(before) && !OTHER_KIND.test(after) && DETERMINER.test(before);
}

function plainEnd(folded: string, end: number): number {
  return end + (/^ de condui(?:re|te)/.exec(folded.slice(end, end + 12))?.[0].length ?? 0);
}
