/**
 * A text made plain for comparison (no case, accents, HTML tags or entities, one kind of apostrophe and dash), that still
 * knows where each of its characters comes from.
 */
export interface FoldedText {
  readonly source: string;
  readonly folded: string;
  /** For each code unit of `folded`, and its end, the UTF-16 offset in `source`. */
  readonly offsets: Uint32Array;
}

const LATIN_END = 0x180;
const TAG_LIMIT = 200;
const ENTITY_LIMIT = 10;
const ENTITIES = new Map([
  ['amp', '&'],
  ['#39', "'"],
  ['apos', "'"],
  ['rsquo', "'"],
  ['#43', '+'],
  ['#61', '='],
]);
const ACCENTED_ENTITY = /^[a-z](?=(?:acute|grave|circ|cedil|uml|tilde)$)/i;

const PLAIN = new Map<number, number>([
  ...[0x2018, 0x2019, 0x02bc, 0x60, 0xb4].map((code): [number, number] => [code, 0x27]),
  ...[0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2212].map((code): [number, number] => [code, 0x2d]),
  ...[0xa0, 0x202f, 0x2009, 0x200b, 0x09, 0x0b, 0x0c].map((code): [number, number] => [code, 0x20]),
  ...[0x0d, 0x2028, 0x2029, 0x2022, 0xb7, 0x25aa, 0x25cf, 0x25ba, 0x2023].map((code): [number, number] => [code, 0x0a]),
  ...Array.from({ length: LATIN_END - 0x41 }, (_, index) => index + 0x41).flatMap((code): [number, number][] => {
    const base = String.fromCharCode(code).normalize('NFD').charAt(0).toLowerCase().charCodeAt(0);
    return base === code ? [] : [[code, base]];
  }),
]);

/** One look-up for each code unit: a megabyte is folded in some tens of milliseconds. */
const TABLE = Uint16Array.from({ length: 0x10000 }, (_, code) => PLAIN.get(code) ?? code);

export function foldText(source: string): FoldedText {
  const units = new Uint16Array(source.length);
  const offsets = new Uint32Array(source.length + 1);
  let length = 0;
  let at = 0;
  const push = (code: number, from: number): void => {
    offsets[length] = from;
    units[length++] = code;
  };
  while (at < source.length) {
    const code = source.charCodeAt(at);
    const markup = code === 0x3c ? tagEnd(source, at) : code === 0x26 ? entityEnd(source, at) : at;
    if (markup > at) {
      push(code === 0x3c ? tagValue(source.slice(at, markup)) : entityValue(source.slice(at + 1, markup - 1)), at);
      at = markup;
      continue;
    }
    const combining = code >= 0x300 && code < 0x370;
    if (!combining) push(TABLE[code] ?? code, at);
    at++;
  }
  offsets[length] = source.length;
  return { source, folded: decode(units.subarray(0, length)), offsets: offsets.subarray(0, length + 1) };
}

/** Whether the word at `start..end` of the folded text is written in capitals in the original. */
export function isCapitals(text: FoldedText, start: number, end: number): boolean {
  const written = text.source.slice(text.offsets[start], text.offsets[end]);
  return written === written.toUpperCase() && /[A-Z]/.test(written);
}

function tagEnd(source: string, at: number): number {
  if (!/[a-z/!]/i.test(source.charAt(at + 1))) return at;
  for (let end = at + 1; end < source.length && end < at + TAG_LIMIT; end++) {
    const code = source.charCodeAt(end);
    if (code === 0x3e) return end + 1;
    if (code === 0x3c) return at;
  }
  return at;
}

/** Emphasis stays inside a sentence; any other tag ends it. */
function tagValue(tag: string): number {
  return /^<\/?(?:b|strong|i|em|u|span|a|font|mark)\b/i.test(tag) ? 0x20 : 0x0a;
}

function entityEnd(source: string, at: number): number {
  for (let end = at + 1; end < source.length && end < at + ENTITY_LIMIT; end++) {
    const char = source.charAt(end);
    if (char === ';') return end + 1;
    if (!/[a-z0-9#]/i.test(char)) return at;
  }
  return at;
}

function entityValue(name: string): number {
  const value = ENTITIES.get(name.toLowerCase()) ?? ACCENTED_ENTITY.exec(name)?.[0].toLowerCase() ?? ' ';
  return value.charCodeAt(0);
}

function decode(units: Uint16Array): string {
  const parts: string[] = [];
  for (let at = 0; at < units.length; at += 8192) parts.push(String.fromCharCode(...units.subarray(at, at + 8192)));
  return parts.join('');
}
