/**
 * Tells the two gender forms of an official appellation apart. «Chauffeur / Chauffeuse de bus» says its tail once, for
 * both; «Caviste affineur / Affineuse» says its beginning once. What is shared is found by the words that answer each
 * other across the slash: the last word of the left side, and the first word of the right side.
 */

/** Words that answer each other without resembling each other, folded. */
const PAIRS: readonly (readonly [string, string])[] = [
  ['garcon', 'fille'],
  ['homme', 'femme'],
  ['man', 'woman'],
  ['monsieur', 'dame'],
  ['steward', 'hotesse'],
  ['valet', 'femme'],
  ['chercheur', 'concepteur'],
];

/** `['Chauffeur de bus', 'Chauffeuse de bus']`; one element where the label has one form only. */
export function genderedForms(label: string): readonly string[] {
  const sides = label.split(' / ');
  if (sides.length !== 2) return [label];
  const left = words(sides[0]!);
  const right = words(sides[1]!);
  if (left.length === 0 || right.length === 0) return [label];

  const tailStart = answerTo(left.at(-1)!, right, left.length - 1);
  if (tailStart < 0) {
    // «Responsable développement / Livraison»: another word in the place of the last ones.
    const shared = Math.max(0, left.length - right.length);
    return distinct([left.join(' '), [...left.slice(0, shared), ...sameCase(right, left[shared]!)].join(' ')]);
  }
  const start = answerTo(right[0]!, left, 0);
  // The same word on both sides of a shifted pair makes two full names: «Sound designer / Designer sonore».
  const twoNames = start > 0 && fold(left[start]!) === fold(right[0]!);
  if (twoNames || start < 0) return [left.join(' '), right.join(' ')];
  return distinct([
    [...left, ...right.slice(tailStart + 1)].join(' '),
    [...left.slice(0, start), ...(start > 0 ? sameCase(right, left[start]!) : right)].join(' '),
  ]);
}

function words(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

/** Position in `others` of the word that answers `word`: at the expected place if it does, else the first; -1 if none. */
function answerTo(word: string, others: readonly string[], expected: number): number {
  const there = others[expected];
  return there !== undefined && answers(word, there) ? expected : others.findIndex((other) => answers(word, other));
}

function answers(a: string, b: string): boolean {
  const x = fold(a);
  const y = fold(b);
  if (
    PAIRS.some(([masculine, feminine]) => (x === masculine && y === feminine) || (x === feminine && y === masculine))
  ) {
    return true;
  }
  const shortest = Math.min(x.length, y.length);
  if (shortest < 3) return x === y;
  let common = 0;
  while (common < shortest && x[common] === y[common]) common++;
  return common >= Math.min(3, shortest - 1);
}

/** `right`, begun with the case of the word that it stands for. */
function sameCase(right: readonly string[], model: string): string[] {
  const [first, ...rest] = right as [string, ...string[]];
  const lower = model.charAt(0) !== model.charAt(0).toUpperCase();
  return [lower ? first.charAt(0).toLowerCase() + first.slice(1) : first, ...rest];
}

function distinct(forms: readonly string[]): readonly string[] {
  return [...new Set(forms)];
}

function fold(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
