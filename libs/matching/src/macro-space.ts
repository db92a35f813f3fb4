import type { Referentiel } from '@passerelle/rome';

import { coeurWeight } from './metier-space';
import { rarity } from './rarity';
import { COUPLING_BITS, fixedPoint } from './sparse-vector';
import type { MatchWeights } from './weights';

/** How a fiche uses the macros: weight 0..1 by macro index, 1 for the one it uses most. */
export type FicheMacros = ReadonlyMap<number, number>;

/** A macro that partly covers another. */
export interface Neighbour {
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

  constructor(referentiel: Referentiel, weights: MatchWeights) {
    this.ficheMacros = referentiel.fiches.map((fiche) => {
      const sums = new Map<number, number>();
      for (const { concept, coeur } of fiche.items) {
        const { macro } = referentiel.concepts[concept]!;
        if (macro >= 0) sums.set(macro, (sums.get(macro) ?? 0) + coeurWeight(coeur, weights.fiche));
      }
      const most = Math.max(...sums.values());
      return new Map([...sums].map(([macro, sum]) => [macro, (sum / most) ** weights.fiche.sublinear]));
    });
    const together = coUse(this.ficheMacros, referentiel.macros.length);
    this.rarity = Float64Array.from(referentiel.macros, (_, macro) =>
      rarity(referentiel.fiches.length, together[macro]!.get(macro) ?? 0, weights.rarityFloor),
    );
    this.neighbours = mutualNeighbours(referentiel, together, weights.macro);
  }
}

/** For every macro, with how many fiches each other is used together; with itself: by how many it is used. */
function coUse(fiches: readonly FicheMacros[], size: number): readonly Map<number, number>[] {
  const counts = Array.from({ length: size }, () => new Map<number, number>());
  for (const fiche of fiches) {
    for (const a of fiche.keys()) {
      for (const b of fiche.keys()) counts[a]!.set(b, (counts[a]!.get(b) ?? 0) + 1);
    }
  }
  return counts;
}

function mutualNeighbours(
  { macros }: Referentiel,
  together: readonly ReadonlyMap<number, number>[],
  { adjacency, neighbours, sameObjectif }: MatchWeights['macro'],
): Neighbour[][] {
  const nearness = (a: number, b: number): number => {
    const used = Math.sqrt((together[a]!.get(a) ?? 0) * (together[b]!.get(b) ?? 0));
    const cosine = used > 0 ? (together[a]!.get(b) ?? 0) / used : 0;
    const tree = macros[a]!.objectif.code === macros[b]!.objectif.code ? 1 : 0;
    return sameObjectif * tree + (1 - sameObjectif) * cosine;
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
