import { entityAt } from './entities';
import { ABBREVIATIONS, STOP_WORDS } from './lexicon/words';

const MARKS = /[\u0300-\u036f]/g;
const NOT_ASCII = /[^\n\r\t -~]/;
const APOSTROPHES = /[’‘ʼ′`´‛]/g;
const DASHES = /[–—−‐‑‒―]/g;
const MIDDLE_DOTS = /[•‧∙⋅・]/g;
const TAG = /<[^<>]{1,300}>/g;

const SUFFIX =
  'trices?|rices?|ices?|euses?|iere?s?|eres?|ives?|ves?|esses?|ennes?|onnes?|nes?|elles?|ales?|les|tes?|ses?|ches?|fes?|ees?|es|e|s';
/** «agent(e)s», «conducteur·trice», «salarié.e.s», «vendeur/se», «acheteur-euse». */
const GENDERED = new RegExp(
  `(?<=[a-z]{2})(?:\\((?:${SUFFIX})\\)|[·/](?:${SUFFIX})(?![a-z])|\\.(?:e|es|trices?|rices?|euses?|eres?|ne|nes|ve|ves)(?![a-z])|-(?:e|es|trices?|rices?|euses?|eres?|ne|nes)(?![a-z-]))(?:[·./-]?(s)(?![a-z]))?`,
  'g',
);
/** «un·e», «le/la» keep their masculine form. */
const GENDERED_PAIRS =
  /(?<![a-z])(un|le|du|ce|son|ton|mon|au)[·/ ]{0,2}[·/(] ?(?:une|la|de la|cette|sa|ta|ma|a la|e)\)?(?![a-z])/g;
const GENDER_MARK = /(?<![a-z])\(?(?:[hfm] ?[/-] ?[fhm](?: ?[/-] ?[xnd])?|[hf]\/[hf]\/[a-z])\)?(?![a-z])/g;
const ELISION = /(?<![a-z])(l|d|j|m|t|s|n|c|qu|jusqu|lorsqu|puisqu|quoiqu)'(?=[a-z0-9])/g;
const DOTTED = /(?<![a-z])([a-z]{2,6})\.(?! ?$)/g;
const BLANKS = /[\s\p{Cc}\p{Cf}]+/gu;

/**
 * The text in the form in which texts are compared, never shown: lower case, without accents, ligatures, typographic signs
 * or tags; elisions apart (`l' accueil`), inclusive and gendered forms as one (`conducteur·trice` and `conducteur(trice)`
 * give `conducteur`; `H/F` goes), unambiguous abbreviations written out, blanks collapsed. Idempotent on ordinary text.
 */
export function fold(text: string): string {
  let folded = text;
  if (folded.includes('&')) folded = resolveEntities(folded);
  if (folded.includes('<')) folded = folded.replace(TAG, ' ');
  folded = folded.toLowerCase();
  if (NOT_ASCII.test(folded)) {
    folded = folded
      .normalize('NFD')
      .replace(MARKS, '')
      .replace(APOSTROPHES, "'")
      .replace(DASHES, '-')
      .replace(MIDDLE_DOTS, '·')
      .replace(/œ/g, 'oe')
      .replace(/æ/g, 'ae');
  }
  if (/[·/().-]/.test(folded)) {
    folded = folded.replace(GENDER_MARK, ' ').replace(GENDERED_PAIRS, '$1').replace(GENDERED, '$1');
  }
  if (folded.includes('.')) {
    folded = folded.replace(DOTTED, (written, word: string) => ABBREVIATIONS.get(`${word}.`) ?? written);
  }
  if (folded.includes("'")) folded = folded.replace(ELISION, "$1' ");
  return folded
    .replace(WORD_ABBREVIATIONS, (word) => ABBREVIATIONS.get(word) ?? word)
    .replace(BLANKS, ' ')
    .trim();
}

const WORD_ABBREVIATIONS = new RegExp(
  `\\b(?:${[...ABBREVIATIONS.keys()].filter((key) => !key.endsWith('.')).join('|')})\\b`,
  'g',
);

function resolveEntities(text: string): string {
  return text.replace(/&[#a-zA-Z0-9]{2,9};/g, (written) => entityAt(written, 0)?.character ?? written);
}

const TOKEN = /[a-z0-9\u00a1-\uffff][a-z0-9\u00a1-\uffff+#&]*(?:[.'-][a-z0-9\u00a1-\uffff]+)*/g;

/** Folded words of a text in order, without stop words; `c++`, `c#` and `week-end` stay whole. */
export function words(text: string): string[] {
  const found = fold(text).match(TOKEN) ?? [];
  return found.filter((word) => !STOP_WORDS.has(word));
}
