/**
 * One folded code unit for each code unit, so that positions found in folded text hold in the text itself. Every kind of
 * bullet becomes `•`, every blank but a line break a space, every apostrophe `'`, every dash `-`, every quote `"`.
 */
const FOLDED = buildTable();

function buildTable(): Uint16Array {
  const table = new Uint16Array(65536);
  for (let unit = 0; unit < 65536; unit++) table[unit] = unit < 0x80 ? unit : foldUnit(unit);
  for (let unit = 0x41; unit <= 0x5a; unit++) table[unit] = unit + 32;
  for (let unit = 0; unit < 0x20; unit++) table[unit] = 0x20;
  table[0x7f] = 0x20;
  const set = (characters: string, to: string): void => {
    for (const character of characters) table[character.charCodeAt(0)] = to.charCodeAt(0);
  };
  set('\n\r\u0085\u2028\u2029\v\f', '\n');
  set('’‘ʼ′`´‛', "'");
  set('«»“”„‟″‹›', '"');
  set('–—−‐‑‒―', '-');
  set('•●▪■□◆◇►▶➢➤➔➡→⇒✓✔★☆☑◦○♦❖➜➥❑❏▫¿¤✅➡▸▹▷➣➧➨❯\uf0b7\uf0a7\uf0d8\uf0fc\uf076', '•');
  set('œ', 'o');
  set('æ', 'a');
  return table;
}

function foldUnit(unit: number): number {
  if (unit >= 0xd800 && unit <= 0xdfff) return unit;
  const character = String.fromCharCode(unit);
  if (/[\s\p{Cf}\p{Cc}]/u.test(character)) return 0x20;
  const base = character.normalize('NFD').charAt(0).toLowerCase();
  return base.length === 1 ? base.charCodeAt(0) : unit;
}

/** The text folded code unit by code unit: same length, lower case, no accents, one sign for each kind of sign. */
export function foldUnits(text: string): string {
  const units = new Uint16Array(text.length);
  for (let i = 0; i < text.length; i++) units[i] = FOLDED[text.charCodeAt(i)]!;
  return Buffer.from(units.buffer).toString('utf16le');
}

export const isLetter = (unit: number): boolean => {
  const folded = FOLDED[unit]!;
  return (folded >= 0x61 && folded <= 0x7a) || (folded > 0xff && folded < 0x2000 && folded !== 0x0192);
};

export const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;

/** Latin capitals only: the rule of glued list items needs no other script. */
export const isUpper = (unit: number): boolean =>
  (unit >= 0x41 && unit <= 0x5a) || (unit >= 0xc0 && unit <= 0xde && unit !== 0xd7) || unit === 0x152;

export const isLower = (unit: number): boolean =>
  (unit >= 0x61 && unit <= 0x7a) || (unit >= 0xdf && unit <= 0xff && unit !== 0xf7) || unit === 0x153;
