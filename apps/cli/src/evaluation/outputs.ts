import type { LinkCandidate, NormalizedDocument } from '@passerelle/normalization';

/** The line formats of the gold set's `evaluate.py`. */
export interface LinkLine {
  readonly id: string;
  readonly span: string;
  /** Best first, at most twenty. */
  readonly candidates: readonly string[];
}

export interface NormalizedLine {
  readonly id: string;
  readonly metiers: readonly { readonly code: string; readonly score: number }[];
  readonly mentions: readonly {
    readonly field: 'title' | 'text';
    readonly start: number;
    readonly end: number;
    readonly code: string;
    readonly confidence: number;
  }[];
  readonly macros: readonly { readonly code: string; readonly confidence: number }[];
  readonly contexts: readonly { readonly code: string; readonly confidence: number }[];
}

export function linkLines(id: string, spans: readonly string[], candidates: readonly LinkCandidate[][]): LinkLine[] {
  return spans.map((span, index) => ({ id, span, candidates: (candidates[index] ?? []).map(({ code }) => code) }));
}

export function normalizedLine(id: string, document: NormalizedDocument): NormalizedLine {
  const sure = ({ code, confidence }: { code: string; confidence: number }) => ({ code, confidence });
  return {
    id,
    metiers: document.metiers.map(({ code, score }) => ({ code, score })),
    mentions: document.mentions.map(({ field, start, end, code, confidence }) => ({
      field,
      start,
      end,
      code,
      confidence,
    })),
    macros: document.macroCompetences.map(sure),
    contexts: document.contextes.map(sure),
  };
}

/** A line of a TREC run: `profileId Q0 offerId rank score tag`. */
export function runLines(
  profile: string,
  ranking: readonly { readonly id: string; readonly score: number }[],
): string[] {
  return ranking.map(({ id, score }, index) => [profile, 'Q0', id, index + 1, score, 'passerelle'].join('\t'));
}
