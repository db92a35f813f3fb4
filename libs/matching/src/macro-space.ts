import { coeurWeight } from './metier-space';
import type { Nomenclature } from './nomenclature';
import { rarity } from './rarity';
import { COUPLING_BITS, fixedPoint } from './sparse-vector';
import type { MatchWeights } from './weights';

/** How a fiche uses the macros: weight 0..1 by macro index, 1 for the one it uses most. */
type FicheMacros = ReadonlyMap<number, number>;

/** A macro that partly covers another. */
interface Neighbour {
  readonly macro: number;
  /** 0..`macro.adjacency`. */
  readonly coupling: number;
}

/**
 * Macro-compétences as the axes of the vectors: their rarity, how fiches use them, and which are adjacent.
 *
 * Adjacency is symmetric: two macros are neighbours when each is among the `neighbours` nearest of the other, nearness being
 * a mix of standing under one objectif and of being used by the same fiches (cosine). With couplings of at most `adjacency`
 * and `adjacency * neighbours <= 1`, the matrix I + couplings is positive by Gershgorin, hence the soft cosine that it
 * defines is at most 1. Savoir-être, which go with everything, have no neighbours.
 */
export class MacroSpace {
  /** 0..1 by macro index. */
  readonly rarity: Float64Array;
  readonly ficheMacros: readonly FicheMacros[];
  /** By macro index, ascending. */
  readonly neighbours: readonly (readonly Neighbour[])[];

  constructor(referentiel: Nomenclature, weights: MatchWeights) {
    this.ficheMacros = referentiel.fiches.map((fiche) => {
      const sums = new Map<number, number>();
      for (const { concept, coeur } of fiche.items) {
        const { macro } = referentiel.concepts[concept]!;
        if (macro >= 0) sums.set(macro, (sums.get(macro) ?? 0) + coeurWeight(coeur, weights.fiche));
      }
      const most = Math.max(...sums.values());
      return new Map([...sums].map(([macro, sum]) => [macro, (sum / most) ** weights.fiche.sublinear]));
    });
    const coUse = new CoUse(this.ficheMacros, referentiel.macros.length);
    this.rarity = Float64Array.from(referentiel.macros, (_, macro) =>
      rarity(referentiel.fiches.length, coUse.together(macro, macro), weights.rarityFloor),
    );
    this.neighbours = mutualNeighbours(referentiel, coUse, weights.macro);
  }
}

/** How many fiches use two macros together; a macro with itself: how many use it. */
class CoUse {
  private readonly counts: Uint16Array;

  constructor(
    fiches: readonly FicheMacros[],
    private readonly size: number,
  ) {
    this.counts = new Uint16Array(size * size);
    for (const fiche of fiches) {
      const macros = [...fiche.keys()];
      for (const a of macros) for (const b of macros) this.counts[a * size + b]!++;
    }
  }

  together(a: number, b: number): number {
    return this.counts[a * this.size + b]!;
  }

  cosine(a: number, b: number): number {
    const used = Math.sqrt(this.together(a, a) * this.together(b, b));
    return used > 0 ? this.together(a, b) / used : 0;
  }
}

function mutualNeighbours(
  { macros }: Nomenclature,
  coUse: CoUse,
  { adjacency, neighbours, sameObjectif }: MatchWeights['macro'],
): Neighbour[][] {
  const nearness = (a: number, b: number): number => {
    const tree = macros[a]!.objectif.code === macros[b]!.objectif.code ? 1 : 0;
    return sameObjectif * tree + (1 - sameObjectif) * coUse.cosine(a, b);
  };
  const skills = macros.filter((macro) => macro.kind === 'macroCompetence').map((macro) => macro.index);
  const nearest = new Map(
    skills.map((a) => {
      const ranked = skills
        .filter((b) => b !== a)
        .map((b): [number, number] => [b, nearness(a, b)])
        .filter(([, value]) => value > 0)
        .sort(([b, x], [c, y]) => y - x || b - c);
      return [a, new Map(ranked.slice(0, neighbours))];
    }),
  );
  return macros.map(({ index: a }) =>
    [...(nearest.get(a) ?? [])]
      .filter(([b]) => nearest.get(b)!.has(a))
      .map(([macro, value]) => ({ macro, coupling: fixedPoint(adjacency * value, COUPLING_BITS) }))
      .filter(({ coupling }) => coupling > 0)
      .sort((x, y) => x.macro - y.macro),
  );
}
