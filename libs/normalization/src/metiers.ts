import type { Referentiel } from '@passerelle/rome';
import type { OwnerScore } from './surface-index';

/** Fiches kept for a document. */
export const METIERS = 5;

export interface MetierParameters {
  /** Weight of the words of the title, against their meaning (1). */
  readonly lexical: number;
  /** Weight of what the text says, against the title. */
  readonly evidence: number;
  /** A concept counts as evidence by what its score has above this. */
  readonly evidenceFloor: number;
  /** Temperature of the softmax that turns scores into beliefs. */
  readonly temperature: number;
}

export interface MetierBelief {
  /** Index in `fiches`. */
  readonly fiche: number;
  /** 0..1; those of a document sum to 1. */
  readonly belief: number;
}

/** Guesses what métier a document is about, from its title and from the concepts that its text calls up. */
export class MetierGuesser {
  /** For each concept, the fiches that list it, with their weight. */
  private readonly fichesOf: readonly { readonly fiche: number; readonly weight: number }[][];
  /** A long fiche gathers more evidence by its mere length. */
  private readonly lengthNorm: Float64Array;

  constructor(
    private readonly rome: Referentiel,
    private readonly parameters: MetierParameters,
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
  }

  /**
   * @param titles what the title calls up, by fiche; empty when there is no title
   * @param concepts best score of each concept over the clauses of the text
   */
  guess(titles: ReadonlyMap<number, OwnerScore>, concepts: ReadonlyMap<number, number>): MetierBelief[] {
    const { lexical, evidence, evidenceFloor, temperature } = this.parameters;
    const scores = new Float64Array(this.rome.fiches.length);
    const said = this.evidence(concepts, evidenceFloor);
    const strongest = Math.max(...said, 1e-9);
    said.forEach((value, fiche) => (scores[fiche] = (evidence * value) / strongest));
    for (const [fiche, score] of titles) {
      scores[fiche]! += Math.max(score.label, score.wording) + lexical * score.lexical;
    }
    const best = Array.from(scores, (score, fiche) => ({ fiche, score }))
      .sort((a, b) => b.score - a.score || a.fiche - b.fiche)
      .slice(0, CONSIDERED);
    const top = best[0]?.score ?? 0;
    const shares = best.map(({ score }) => Math.exp((score - top) / temperature));
    const total = shares.reduce((sum, share) => sum + share, 0);
    return best.map(({ fiche }, rank) => ({ fiche, belief: shares[rank]! / total }));
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

  private evidence(concepts: ReadonlyMap<number, number>, floor: number): Float64Array {
    const gathered = new Float64Array(this.rome.fiches.length);
    for (const [concept, score] of concepts) {
      if (score <= floor) continue;
      for (const { fiche, weight } of this.fichesOf[concept]!) gathered[fiche]! += weight * (score - floor);
    }
    return gathered.map((value, fiche) => value / this.lengthNorm[fiche]!);
  }
}

/** How much more a `principale` item of a fiche weighs. */
const PRINCIPALE = 1.3;

/** Fiches among which belief is shared out. */
const CONSIDERED = 8;
