import {
  CACES_CATEGORIES,
  CACES_CATEGORY_SUCCESSORS,
  CACES_MACHINES,
  CACES_RECOMMENDATIONS,
  CACES_SUCCESSORS,
} from './certificate-tables';
import { isCapitals, type FoldedText } from './folded-text';

export interface CacesReading {
  readonly keys: readonly { readonly key: string; readonly start: number; readonly end: number }[];
  readonly end: number;
}

const REACH = 70;
const RECOMMENDATION = /^r\s?\.?\s?(\d{3})(?!\d)/;
const CATEGORY = /^([1-9]\(?[ab]?\)?|10|[a-g][1-4]?)(?![a-z0-9'])/;
const LINK = /^(?:[\s,./&+():-]|et\b|ou\b|categories?\b|cat\b|niveau\b|de\b|type\b|n°|pemp\b|caces\b)/;
const MACHINE_WORD =
  /^(?:nacelles?|pemp|cariste|chariots?|pont(?: roulant)?|gerbeurs?|grue auxiliaire|grue mobile|grue a tour|engins? de (?:chantier|levage)s?|engins?|(?:mini[- ]?)?pelles?)\b/;
/** «CACES 3 ans», «2 postes»: a number that counts something. */
const COUNTED = /^\s*(?:ans?|annees?|mois|jours?|postes?|h|heures?|€|%|personnes?)\b/;

interface Place {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Reads «CACES R489 1B, 3 et 5» from its first word: recommendation, told or guessed from the machine, and categories. */
export function cacesKeys(text: FoldedText, start: number): CacesReading {
  const stop = Math.min(text.folded.length, start + REACH);
  const recommendations: string[] = [];
  const categories: Place[] = [];
  let machines =
    text.folded
      .slice(Math.max(0, start - 25), start)
      .split(/[\n.,;+]|\b(?:et|ou|caces)\b/)
      .at(-1) ?? '';
  let firm = false;
  let apart = false;
  let at = start;
  let end = start;
  while (at < stop) {
    const rest = text.folded.slice(at, stop);
    if (rest.startsWith('\n')) break;
    const link = LINK.exec(rest)?.[0];
    const told = RECOMMENDATION.exec(rest);
    const machine = MACHINE_WORD.exec(rest)?.[0];
    const category = CATEGORY.exec(rest);
    if (told) {
      if (categories.length > 0 && recommendations.length > 0) break;
      recommendations.push(told[1] ?? '');
      at += told[0].length;
      end = at;
    } else if (machine !== undefined) {
      // «CACES 3 + pont roulant»: another machine, not the one of category 3.
      if (apart && categories.length > 0 && recommendations.length === 0) break;
      machines += ` ${machine}`;
      at += machine.length;
      end = at;
    } else if (category && isCategory(text, at, category[0], firm, rest)) {
      categories.push({ text: category[0].replace(/[()]/g, ''), start: at, end: at + category[0].length });
      at += category[0].length;
      end = at;
    } else if (link) {
      if (/^cat/.test(link)) firm = true;
      if (link !== ' ') apart = /^(?:[+,/]|et|ou)/.test(link);
      // A second «CACES» starts a reading of its own once this one has its categories.
      if (link === 'caces' && categories.length > 0) break;
      at += link.length;
      if (link === 'caces') end = at;
    } else break;
  }
  const recommendation = resolve(recommendations, machines, categories);
  return { keys: keysOf(recommendation, categories, start, end), end: Math.max(end, start + 1) };
}

/** «caces-r489-3» as people write it. */
export function cacesLabel(key: string): string {
  const [, recommendation, category] = key.split('-');
  return ['CACES', recommendation?.toUpperCase(), category && `catégorie ${category.toUpperCase()}`]
    .filter(Boolean)
    .join(' ');
}

function isCategory(text: FoldedText, at: number, category: string, firm: boolean, rest: string): boolean {
  if (COUNTED.test(rest.slice(category.length)) || /^f ?\/ ?h\b/.test(rest)) return false;
  return /^\d/.test(category) || firm || isCapitals(text, at, at + category.length);
}

function resolve(told: readonly string[], machines: string, categories: readonly Place[]): string | null {
  const current = told.find((number) => CACES_RECOMMENDATIONS.has(number));
  if (current) return current;
  const old = told[0];
  if (old) return CACES_SUCCESSORS.has(old) ? old : null;
  const machine = CACES_MACHINES.find(([pattern]) => pattern.test(machines))?.[1];
  if (machine) return machine;
  if (categories.length === 0) return null;
  return categories.every((category) => /^\d/.test(category.text)) ? '489' : '482';
}

function keysOf(told: string | null, categories: readonly Place[], start: number, end: number): CacesReading['keys'] {
  if (told === null) return [{ key: 'caces', start, end: Math.max(end, start + 1) }];
  const recommendation = CACES_SUCCESSORS.get(told) ?? told;
  const kept = categories.flatMap((place) => {
    const category = CACES_CATEGORY_SUCCESSORS.get(`${recommendation}-${place.text}`) ?? place.text;
    return CACES_CATEGORIES.get(recommendation)?.test(category) ? [{ ...place, category }] : [];
  });
  if (kept.length === 0) return [{ key: `caces-r${recommendation}`, start, end: Math.max(end, start + 1) }];
  return kept.map((place, index) => ({
    key: `caces-r${recommendation}-${place.category}`,
    start: index === 0 ? start : place.start,
    end: place.end,
  }));
}
