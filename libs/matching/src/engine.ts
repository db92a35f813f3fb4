import type { MatchDocument } from './document';
import { MacroSpace } from './macro-space';
import { MetierSpace } from './metier-space';
import type { Nomenclature } from './nomenclature';
import { prepareDocument, type PreparedDocument, type Spaces } from './prepared-document';
import { conceptRarities } from './rarity';
import { dot, valueAt, type SparseVector } from './sparse-vector';
import type { Blocks, MatchWeights } from './weights';

/** What a query is multiplied with: dot products of these and the vectors of a document are the four blocks. */
type Query = Readonly<Record<keyof Blocks, SparseVector>>;

/**
 * The score of an offer and a profile for one référentiel and one set of weights. Stateless but for caches.
 *
 * `score = Σ weight(block) * block`, each block a cosine in 0..1 that does not depend on who asks:
 * - macro: soft cosine of the macro vectors, adjacent macros counting for a part;
 * - metier: cosine of the items to be expected from the guessed métiers;
 * - savoir, contexte: cosines of what was found in the texts, weighted by rarity and confidence.
 * A block that one side has nothing for is 0 and the others are not stretched: what is not known is not presumed, and the
 * contributions of an explanation keep the same scale from one pair to the next.
 */
export class MatchEngine {
  readonly spaces: Spaces;

  constructor(referentiel: Nomenclature, weights: MatchWeights) {
    const rarities = conceptRarities(referentiel, weights.rarityFloor);
    this.spaces = {
      referentiel,
      weights,
      rarities,
      macroSpace: new MacroSpace(referentiel, weights),
      metierSpace: new MetierSpace(referentiel, rarities, weights),
    };
  }

  get weights(): MatchWeights {
    return this.spaces.weights;
  }

  /** @throws {InvalidMatchDocumentError} */
  prepare(document: MatchDocument): PreparedDocument {
    return prepareDocument(document, this.spaces);
  }

  /** The four blocks of a pair, each 0..1, before their weights. Also defined for unscorable documents. */
  blocks(a: PreparedDocument, b: PreparedDocument): Blocks {
    return {
      macro: this.macroBlock(a.macros, b.macros),
      metier: this.metierBlock(a.fiches, b.fiches),
      savoir: dot(a.savoirs, b.savoirs),
      contexte: dot(a.contextes, b.contextes),
    };
  }

  /** 0..1, or null where one of the two has too little evidence to be scored. */
  score(a: PreparedDocument, b: PreparedDocument): number | null {
    if (a.document.unscorable !== null || b.document.unscorable !== null) return null;
    const { macro, metier, savoir, contexte } = this.blocks(a, b);
    return this.combine(macro, metier, savoir, contexte);
  }

  /** The one place where blocks become a score, so that every road to it gives the same bits. */
  combine(macro: number, metier: number, savoir: number, contexte: number): number {
    const { blocks } = this.spaces.weights;
    const sum = blocks.macro * macro + blocks.metier * metier + blocks.savoir * savoir + blocks.contexte * contexte;
    // Weights that sum to 1 on paper may exceed it by an ulp in binary.
    return Math.min(1, sum);
  }

  /** Spreads a document over adjacent macros and near fiches, so that scoring another one is a plain dot product. */
  query({ macros, fiches, savoirs, contextes }: PreparedDocument): Query {
    const { macroSpace, metierSpace, referentiel } = this.spaces;
    const spreadMacros = new Float64Array(referentiel.macros.length);
    macros.dims.forEach((macro, i) => {
      const value = macros.values[i]!;
      spreadMacros[macro]! += value;
      for (const { macro: other, coupling } of macroSpace.neighbours[macro]!) spreadMacros[other]! += value * coupling;
    });
    const spreadFiches = new Float64Array(metierSpace.size);
    fiches.dims.forEach((fiche, i) => {
      const value = fiches.values[i]!;
      const row = metierSpace.row(fiche);
      for (let other = 0; other < row.length; other++) spreadFiches[other]! += value * row[other]!;
    });
    return { macro: nonZero(spreadMacros), metier: nonZero(spreadFiches), savoir: savoirs, contexte: contextes };
  }

  private macroBlock(a: SparseVector, b: SparseVector): number {
    let sum = dot(a, b);
    a.dims.forEach((macro, i) => {
      for (const { macro: other, coupling } of this.spaces.macroSpace.neighbours[macro]!) {
        sum += a.values[i]! * coupling * valueAt(b, other);
      }
    });
    return sum;
  }

  private metierBlock(a: SparseVector, b: SparseVector): number {
    let sum = 0;
    a.dims.forEach((fiche, i) => {
      const row = this.spaces.metierSpace.row(fiche);
      b.dims.forEach((other, j) => {
        sum += a.values[i]! * row[other]! * b.values[j]!;
      });
    });
    return sum;
  }
}

function nonZero(dense: Float64Array): SparseVector {
  const dims = new Int32Array(dense.length);
  const values = new Float64Array(dense.length);
  let length = 0;
  for (let dim = 0; dim < dense.length; dim++) {
    if (dense[dim] === 0) continue;
    dims[length] = dim;
    values[length++] = dense[dim]!;
  }
  return { dims: dims.subarray(0, length), values: values.subarray(0, length) };
}
