/** Driving licences by how people write them. Folded text; the original's case is checked where a letter is also a word. */
export const LICENCE_NAMES: readonly (readonly [RegExp, string])[] = [
  [/^(?:super[- ]poids[- ]lourds?|spl)\b/, 'CE'],
  [/^(?:poids[- ]lourds?|pl|porteur)\b/, 'C'],
  [/^remorque\b/, 'BE'],
  [/^(?:transport en commun|tec|bus|autocar|car)\b/, 'D'],
  [/^(?:voiture|auto|vl|vehicule leger)\b/, 'B'],
  [/^moto\b/, 'A'],
];

/** Older or reversed spellings, and codes as they are. */
export const LICENCE_CODES = new Map([
  ['am', 'AM'],
  ['a1', 'A1'],
  ['a2', 'A2'],
  ['a', 'A'],
  ['b1', 'B1'],
  ['b96', 'B96'],
  ['b', 'B'],
  ['be', 'BE'],
  ['eb', 'BE'],
  ['c1', 'C1'],
  ['c1e', 'C1E'],
  ['c', 'C'],
  ['ce', 'CE'],
  ['ec', 'CE'],
  ['c+e', 'CE'],
  ['d1', 'D1'],
  ['d1e', 'D1E'],
  ['d', 'D'],
  ['de', 'DE'],
  ['ed', 'DE'],
]);

/** Holding the first is holding the others (Code de la route R221-4 to R221-10: C and D need B). */
export const LICENCE_COVERS = new Map([
  ['BE', ['B']],
  ['C1', ['B']],
  ['C', ['B', 'C1']],
  ['CE', ['C', 'B', 'C1', 'BE']],
  ['D', ['B', 'D1']],
  ['DE', ['D', 'B', 'BE']],
]);
