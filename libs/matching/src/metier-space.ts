import type { Coeur, FicheMetier, Referentiel } from '@passerelle/rome';

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
  private readonly using = new Map<number, { readonly fiche: number; readonly value: number }[]>();
  private readonly rows = new Map<number, Float32Array>();

  constructor(referentiel: Referentiel, rarities: Float64Array, weights: MatchWeights) {
    this.vectors = referentiel.fiches.map((fiche) => itemVector(fiche, rarities, weights.fiche));
    this.vectors.forEach(({ dims, values }, fiche) =>
      dims.forEach((dim, i) => {
        const list = this.using.get(dim) ?? [];
        list.push({ fiche, value: values[i]! });
        this.using.set(dim, list);
      }),
    );
  }

  get size(): number {
    return this.vectors.length;
  }

  /** Proximity of one fiche to every fiche, by index. */
  row(fiche: number): Float32Array {
    const known = this.rows.get(fiche);
    if (known !== undefined) return known;
    const sums = new Float64Array(this.size);
    const { dims, values } = this.vectors[fiche]!;
    // Items in ascending order whichever fiche asks, so that row a at b and row b at a are the same bits.
    dims.forEach((dim, i) => {
      for (const other of this.using.get(dim)!) sums[other.fiche]! += values[i]! * other.value;
    });
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
    values: Float64Array.from(raw, (value) => value / norm),
  };
}
