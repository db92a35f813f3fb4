import type { Referentiel } from '@passerelle/rome';
import { dotAt } from './dot';
import type { OwnerScore, SurfaceIndex } from './surface-index';

/** Fiches stated for a document. */
export const METIERS = 5;

/** Weights of what speaks for a métier; fitted as a softmax over all fiches (models/training/normalizer). */
export interface MetierParameters {
  /** Best cosine of the title with a name of the fiche. */
  readonly title: number;
  /** Best lexical similarity of the title with a name of the fiche. */
  readonly titleWords: number;
  /** Cosine of the whole text with the mean of the fiche's items. */
  readonly items: number;
  /** Cosine of the whole text with the mean of the fiche's names. */
  readonly names: number;
  /** What the clauses say of the fiche's items, against the fiche of which they say most. */
  readonly evidence: number;
}

/** What speaks for one fiche, each to be weighted. */
export type FicheClues = Readonly<Record<keyof MetierParameters, number>>;

export interface MetierBelief {
  /** Index in `fiches`. */
  readonly fiche: number;
  /** 0..1; those of a document sum to 1. */
  readonly belief: number;
}

/** What is known of a document before its métier is. */
export interface DocumentClues {
  /** What the title calls up, by fiche; null without a title. */
  readonly title: ReadonlyMap<number, OwnerScore> | null;
  /** Vector of the whole text. */
  readonly whole: Float32Array;
  /** Best cosine of each concept over the clauses of the text. */
  readonly concepts: ReadonlyMap<number, number>;
}

/** How much more a `principale` item of a fiche weighs. */
const PRINCIPALE = 1.3;
/** Fiches among which belief is shared out. */
const CONSIDERED = 20;
/** A concept counts as evidence by what its cosine has above this. */
const EVIDENCE_FLOOR = 0.35;

/** Guesses what métier a document is about, from its title, its whole text and the concepts that its clauses call up. */
export class MetierGuesser {
  /** For each concept, the fiches that list it, with their weight. */
  private readonly fichesOf: readonly { readonly fiche: number; readonly weight: number }[][];
  /** A long fiche gathers more evidence by its mere length. */
  private readonly lengthNorm: Float64Array;
  private readonly itemVectors: Float32Array;
  private readonly nameVectors: Float32Array;

  constructor(
    private readonly rome: Referentiel,
    private readonly parameters: MetierParameters,
    concepts: SurfaceIndex,
    metiers: SurfaceIndex,
  ) {
    const fichesOf: { fiche: number; weight: number }[][] = rome.concepts.map(() => []);
    this.lengthNorm = new Float64Array(rome.fiches.length);
    for (const { index, items } of rome.fiches) {
      let total = 0;
      for (const { concept, coeur } of items) {
        const weight = coeur === 'principale' ? PRINCIPALE : 1;
        fichesOf[concept]!.push({ fiche: index, weight });
        total += weight;
      }
      this.lengthNorm[index] = Math.sqrt(total) + 3;
    }
    this.fichesOf = fichesOf;
    const { dimensions } = concepts;
    this.itemVectors = new Float32Array(rome.fiches.length * dimensions);
    fichesOf.forEach((fiches, concept) => {
      const rarity = Math.log(rome.fiches.length / (fiches.length + 1));
      const label = concepts.labelVector(concept);
      for (const { fiche, weight } of fiches) addTo(this.itemVectors, fiche, label, weight * rarity);
    });
    normalizeRows(this.itemVectors, dimensions);
    this.nameVectors = new Float32Array(rome.fiches.length * dimensions);
    metiers.surfaces.forEach(({ owner }, row) => addTo(this.nameVectors, owner, metiers.vector(row), 1));
    normalizeRows(this.nameVectors, dimensions);
  }

  /** Likeliest first. */
  guess(clues: readonly FicheClues[]): MetierBelief[] {
    const { title, titleWords, items, names, evidence } = this.parameters;
    const scores = clues.map(
      (clue) =>
        title * clue.title +
        titleWords * clue.titleWords +
        items * clue.items +
        names * clue.names +
        evidence * clue.evidence,
    );
    const best = scores
      .map((score, fiche) => ({ fiche, score }))
      .sort((a, b) => b.score - a.score || a.fiche - b.fiche)
      .slice(0, CONSIDERED);
    const top = best[0]?.score ?? 0;
    const shares = best.map(({ score }) => Math.exp(score - top));
    const total = shares.reduce((sum, share) => sum + share, 0);
    return best.map(({ fiche }, rank) => ({ fiche, belief: shares[rank]! / total }));
  }

  /** What speaks for each fiche, by fiche index. */
  clues({ title, whole, concepts }: DocumentClues): FicheClues[] {
    const said = this.evidence(concepts);
    const strongest = Math.max(...said, 1e-9);
    // A fiche that the search of the title did not bring up is no nearer than the last one that it did.
    const floor = title ? Math.min(1, ...[...title.values()].map(nearness)) : 0;
    return this.rome.fiches.map(({ index }) => {
      const named = title?.get(index);
      return {
        title: named ? nearness(named) : floor,
        titleWords: named?.lexical ?? 0,
        items: dotAt(this.itemVectors, index * whole.length, whole),
        names: dotAt(this.nameVectors, index * whole.length, whole),
        evidence: said[index]! / strongest,
      };
    });
  }

  /** Spreads the beliefs over the concepts of the fiches: what a person of these métiers is expected to master, 0..~1. */
  prior(beliefs: readonly MetierBelief[]): Map<number, number> {
    const prior = new Map<number, number>();
    for (const { fiche, belief } of beliefs) {
      for (const { concept, coeur } of this.rome.fiches[fiche]!.items) {
        prior.set(concept, (prior.get(concept) ?? 0) + belief * (coeur === 'principale' ? PRINCIPALE : 1));
      }
    }
    return prior;
  }

  private evidence(concepts: ReadonlyMap<number, number>): Float64Array {
    const gathered = new Float64Array(this.rome.fiches.length);
    for (const [concept, score] of concepts) {
      if (score <= EVIDENCE_FLOOR) continue;
      for (const { fiche, weight } of this.fichesOf[concept]!) gathered[fiche]! += weight * (score - EVIDENCE_FLOOR);
    }
    return gathered.map((value, fiche) => value / this.lengthNorm[fiche]!);
  }
}

function nearness({ label, wording }: OwnerScore): number {
  return Math.max(label, wording);
}

function addTo(matrix: Float32Array, row: number, vector: Float32Array, weight: number): void {
  const from = row * vector.length;
  for (let d = 0; d < vector.length; d++) matrix[from + d]! += weight * vector[d]!;
}

function normalizeRows(matrix: Float32Array, dimensions: number): void {
  for (let from = 0; from < matrix.length; from += dimensions) {
    const row = matrix.subarray(from, from + dimensions);
    const norm = Math.sqrt(row.reduce((sum, value) => sum + value * value, 0));
    if (norm > 0) for (let d = 0; d < dimensions; d++) row[d]! /= norm;
  }
}
