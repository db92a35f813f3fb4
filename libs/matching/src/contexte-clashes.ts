/**
 * Contextes de travail that cannot both be what a person looks for, by OGR code. A profile that names only the first, against
 * an offer that names only the second, or the other way round, clashes.
 */
export const CONTEXTE_CLASHES: readonly (readonly [string, string])[] = [
  ['300806', '300803'], // Travail en journée, Travail de nuit
  ['23378', '300817'], // Zone départementale, Zone nationale
  ['23378', '300814'], // Zone départementale, Zone européenne
  ['23378', '300816'], // Zone départementale, Zone internationale
  ['23381', '300814'], // Zone régionale, Zone européenne
  ['23381', '300816'], // Zone régionale, Zone internationale
];
