import type { LanguageLevel } from '../normalized-document';
import type { FoldedText } from './folded-text';
import { unitAfter, unitBefore, type Finding } from './judgement';
import {
  LANGUAGE_AFTER,
  LANGUAGE_BEFORE,
  LANGUAGES,
  LEVEL_WORDS,
  NOT_A_LANGUAGE_BEFORE,
  TOEIC_LEVELS,
} from './language-tables';

export interface StatedLanguage {
  /** ISO 639-1. */
  readonly code: string;
  readonly level: LanguageLevel | null;
}

const NAME = new RegExp(`\\b(?:${[...LANGUAGES.keys()].join('|')})s?\\b`, 'g');
const CEFR = /\b([abc])\s?([12])\b/;
const TOEIC = /\btoeic\b[^\n]{0,20}?\b(\d{3})\b/;
/** «anglais et espagnol courants»: a bare link, through which two languages share their level. */
const SHARING = /^\s*(?:et|ou|et\/ou|\/|&)\s*(?:(?:en|le|de|du)\s+|d'|l'|de l')?$/;
const MATERNAL = 'C2';
const ALONE = 60;

/** Languages as a skill, with the level that the words state; a nationality or a matter taught is left out. */
export function findLanguages(text: FoldedText, limit: number): Finding<StatedLanguage>[] {
  const places = [...takeFirst(text.folded.matchAll(NAME), limit)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    code: LANGUAGES.get(match[0]) ?? LANGUAGES.get(match[0].replace(/s$/, '')) ?? '',
  }));
  const found: Finding<StatedLanguage>[] = [];
  let linked = false;
  places.forEach((place, index) => {
    const left = unitBefore(text.folded, place.start);
    const right = unitAfter(text.folded, place.end);
    const previous = places[index - 1];
    const next = places[index + 1];
    const between = previous ? text.folded.slice(previous.end, place.start) : null;
    const listed = linked && between !== null && between.length < 40 && !/[\n.]/.test(between);
    const nextGap = next && next.start - place.end < 20 ? text.folded.slice(place.end, next.start) : null;
    const promising = nextGap !== null && SHARING.test(nextGap) && next !== undefined;
    const skilled =
      !NOT_A_LANGUAGE_BEFORE.test(left) &&
      (listed ||
        LANGUAGE_BEFORE.test(left) ||
        LANGUAGE_AFTER.test(right) ||
        (promising && LANGUAGE_AFTER.test(unitAfter(text.folded, next.end))) ||
        (left.trim().replace(/^[-*\s]+/, '') === '' &&
          place.end - place.start + right.length < ALONE &&
          place.code !== 'fr'));
    linked = skilled;
    if (!skilled) return;
    const rightLimit = promising ? undefined : next ? next.start - place.end : undefined;
    const leftLimit = previous && !(between !== null && SHARING.test(between)) ? place.start - previous.end : undefined;
    const own = right.slice(0, rightLimit);
    const before = leftLimit === undefined ? left : left.slice(-Math.max(1, leftLimit));
    found.push({
      topic: 'language',
      start: place.start,
      end: place.end,
      value: { code: place.code, level: levelAround(before, own) },
    });
  });
  return found;
}

function levelAround(before: string, after: string): LanguageLevel | null {
  const behind = /\(/.test(after.slice(0, 40))
    ? after.slice(0, 70)
    : (after.split(/,(?! ?ecrit| ?parle| ?lu)/)[0] ?? '').slice(0, 60);
  const ahead = (before.split(/[,)]/).at(-1) ?? '').slice(-45);
  return (
    cefr(behind) ??
    toeic(after) ??
    cefr(ahead) ??
    wordLevel(behind.split(/\b(?:et|,) (?:le|la|les|un|une|vous|de)\b/)[0] ?? '') ??
    wordLevel(ahead)
  );
}

function cefr(words: string): LanguageLevel | null {
  const match = CEFR.exec(words);
  return match ? (`${match[1] ?? ''}${match[2] ?? ''}`.toUpperCase() as LanguageLevel) : null;
}

function toeic(words: string): LanguageLevel | null {
  const score = Number(TOEIC.exec(words)?.[1] ?? 0);
  return TOEIC_LEVELS.find(([least]) => score >= least)?.[1] ?? null;
}

function wordLevel(words: string): LanguageLevel | null {
  const level = LEVEL_WORDS.find(([pattern]) => pattern.test(words))?.[1] ?? null;
  return level === MATERNAL && /\bpas\b/.test(words) ? null : level;
}

function* takeFirst<Item>(items: Iterable<Item>, limit: number): Generator<Item> {
  let count = 0;
  for (const item of items) {
    if (count++ >= limit) return;
    yield item;
  }
}
