import type { Coeur, FicheMetier } from '@passerelle/rome';

import { InvertedIndex } from './inverted-index';
import type { Nomenclature } from './nomenclature';
import { PROXIMITY_BITS, fixedPoint, type SparseVector } from './sparse-vector';
import type { MatchWeights } from './weights';

/**
 * Rounding each proximity down could make the matrix of at most ten fiches (five on each side) slightly indefinite, and a
 * cosine exceed 1. Shrinking what is off the diagonal by more than 9 roundings keeps it positive.
 */
const SHRINK = 1 - 2 ** (4 - PROXIMITY_BITS);

/**
 * Fiches métier as vectors of their items (macros, savoir-faire, savoirs, contextes) weighted by rarity, and the proximity of
 * two fiches: the cosine of these, 0..1, exactly 1 with itself. Rows of the matrix are computed when first asked for: about
 * 20 µs and 6 KB each, 10 MB for all of ROME 4.0.
 */
export class MetierSpace {
  private readonly vectors: readonly SparseVector[];
  private readonly items = new InvertedIndex();
  private readonly rows = new Map<number, Float32Array>();

  constructor(referentiel: Nomenclature, rarities: Float64Array, weights: MatchWeights) {
    this.vectors = referentiel.fiches.map((fiche) => itemVector(fiche, rarities, weights.fiche));
    this.vectors.forEach((vector, fiche) => this.items.add(fiche, vector));
  }

  get size(): number {
    return this.vectors.length;
  }

  /** Proximity of one fiche to every fiche, by index. */
  row(fiche: number): Float32Array {
    const known = this.rows.get(fiche);
    if (known !== undefined) return known;
    const sums = new Float64Array(this.size);
    // Items are summed in ascending order whichever fiche asks: row a at b and row b at a are the same bits.
    this.items.accumulate(this.vectors[fiche]!, sums);
    const row = Float32Array.from(sums, (sum, other) =>
      other === fiche ? 1 : fixedPoint(SHRINK * sum, PROXIMITY_BITS),
    );
    this.rows.set(fiche, row);
    return row;
  }
}

/** Weight of an item of a fiche, before rarity. */
export function coeurWeight(coeur: Coeur, { principale, emergente }: MatchWeights['fiche']): number {
  if (coeur === 'principale') return principale;
  return coeur === 'émergente' ? emergente : 1;
}

function itemVector(fiche: FicheMetier, rarities: Float64Array, weights: MatchWeights['fiche']): SparseVector {
  const items = [...fiche.items].sort((a, b) => a.concept - b.concept);
  const raw = items.map((item) => coeurWeight(item.coeur, weights) * rarities[item.concept]!);
  const norm = Math.hypot(...raw) || 1;
  return {
    dims: Int32Array.from(items, (item) => item.concept),
    // In single precision, as the inverted index keeps them, so that both factors of a product are rounded alike.
    values: Float64Array.from(raw, (value) => Math.fround(value / norm)),
  };
}
