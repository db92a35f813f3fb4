import type { Nomenclature } from './nomenclature';

/**
 * How much sharing something says, 0..1: 1 for what no fiche uses, near 0 for what nearly all use.
 * `ln(fiches / (1 + using)) / ln(fiches)`, never under `floor`.
 */
export function rarity(fiches: number, using: number, floor: number): number {
  const raw = fiches > 1 ? Math.log(fiches / (1 + using)) / Math.log(fiches) : 1;
  return Math.max(floor, raw);
}

/** Rarity of every concept, by index, over the fiches that list it. */
export function conceptRarities(referentiel: Nomenclature, floor: number): Float64Array {
  const using = new Uint32Array(referentiel.concepts.length);
  for (const fiche of referentiel.fiches) {
    for (const concept of new Set(fiche.items.map((item) => item.concept))) using[concept]!++;
  }
  return Float64Array.from(using, (count) => rarity(referentiel.fiches.length, count, floor));
}
