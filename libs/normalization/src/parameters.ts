import type { BoostedTreesFile } from './boosted-trees';
import type { ReaderParameters } from './reader';

/** All that is fitted or chosen in normalization. */
export interface NormalizerParameters {
  readonly reader: ReaderParameters;
  /** Least confidence at which a mention, a macro-compétence or a contexte is stated. */
  readonly thresholds: {
    readonly mention: number;
    readonly macroCompetence: number;
    readonly contexte: number;
    /** Least mass of the best clause behind a macro-compétence: what only the métier suggests is not stated. */
    readonly evidence: number;
  };
  /** Null reads with the untrained score alone. */
  readonly mentionTrees: BoostedTreesFile | null;
  readonly unitTrees: BoostedTreesFile | null;
}

/** Weights of the untrained score, chosen on the training part of the gold set. */
export const READER_PARAMETERS: ReaderParameters = {
  metier: { title: 5.8, titleWords: 3.8, items: 4.6, names: 8.1, evidence: 6 },
  meaning: 1,
  lexical: 0.25,
  prior: 0.2,
  includedFiches: 3,
};

/** Simpler ways to read, kept to measure what each part is worth. */
export const BASELINES = {
  /** Each clause alone, by meaning and words, without what the document as a whole is about. */
  withoutPrior: baseline({ prior: 0, includedFiches: 0 }, 0.6),
  /** Words in common with the labels and wordings, nothing else. */
  wordsOnly: baseline({ meaning: 0, lexical: 1, prior: 0, includedFiches: 0 }, 0.45),
} as const satisfies Record<string, NormalizerParameters>;

export type Baseline = keyof typeof BASELINES;

function baseline(reader: Partial<ReaderParameters>, threshold: number): NormalizerParameters {
  return {
    reader: { ...READER_PARAMETERS, ...reader },
    thresholds: { mention: threshold, macroCompetence: threshold, contexte: threshold, evidence: 0 },
    mentionTrees: null,
    unitTrees: null,
  };
}
