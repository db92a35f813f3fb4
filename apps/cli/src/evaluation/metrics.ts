import type { GoldDocument, Relevance } from './gold';

/**
 * The quality figures, as the gold set's own `evaluate.py` defines them. Every share is 0..1.
 */

export interface LinkFigures {
  readonly spans: number;
  /** Mean of 1/rank of the first acceptable concept among the first twenty. */
  readonly mrr: number;
  readonly acc1: number;
  readonly r5: number;
  /** An acceptable macro among the first five distinct macros, over spans that have one. */
  readonly macro5: number;
}

interface PrecisionRecall {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export interface NormalizeFigures {
  readonly documents: number;
  readonly macros: PrecisionRecall;
  readonly contexts: PrecisionRecall;
  /** Mentions per document. */
  readonly mentions: number;
  readonly exact: number;
  readonly odd: number;
  readonly noise: number;
  readonly metier1: number;
  readonly metier5: number;
}

export interface RankFigures {
  readonly profiles: number;
  /** Järvelin & Kekäläinen 2002, gain 2^grade - 1. */
  readonly ndcg10: number;
  readonly p1: number;
  readonly r10: number;
}

interface PredictedMention {
  readonly field: 'title' | 'text';
  readonly start: number;
  readonly end: number;
  readonly code: string;
}

export interface PredictedDocument {
  readonly metiers: readonly string[];
  readonly mentions: readonly PredictedMention[];
  readonly macros: readonly string[];
  readonly contexts: readonly string[];
}

/** Macro-compétence of a concept; undefined for savoirs and contextes. */
type MacroOf = (code: string) => string | undefined;

/** @param candidates of a span of a document, best first */
export function linkFigures(
  gold: readonly GoldDocument[],
  candidates: (id: string, span: string) => readonly string[],
  macroOf: MacroOf,
): LinkFigures {
  const sums = { spans: 0, mrr: 0, acc1: 0, r5: 0, withMacro: 0, macro5: 0 };
  for (const { id, mentions } of gold) {
    for (const { span, concepts } of mentions) {
      const accepted = new Set(concepts.map(({ code }) => code));
      const top = candidates(id, span).slice(0, 20);
      const rank = top.findIndex((code) => accepted.has(code)) + 1;
      sums.spans++;
      sums.mrr += rank > 0 ? 1 / rank : 0;
      sums.acc1 += rank === 1 ? 1 : 0;
      sums.r5 += rank > 0 && rank <= 5 ? 1 : 0;
      const macros = new Set([...accepted].flatMap((code) => macroOf(code) ?? []));
      if (macros.size === 0) continue;
      const predicted = [...new Set(top.flatMap((code) => macroOf(code) ?? []))].slice(0, 5);
      sums.withMacro++;
      sums.macro5 += predicted.some((code) => macros.has(code)) ? 1 : 0;
    }
  }
  return {
    spans: sums.spans,
    mrr: ratio(sums.mrr, sums.spans),
    acc1: ratio(sums.acc1, sums.spans),
    r5: ratio(sums.r5, sums.spans),
    macro5: ratio(sums.macro5, sums.withMacro),
  };
}

export function normalizeFigures(
  gold: readonly GoldDocument[],
  predicted: (id: string) => PredictedDocument,
  macroOf: MacroOf,
): NormalizeFigures {
  const macros = new Counts();
  const contexts = new Counts();
  const sums = { mentions: 0, exact: 0, odd: 0, noises: 0, noise: 0, metier1: 0, metier5: 0 };
  for (const document of gold) {
    const said = predicted(document.id);
    macros.add(new Set(said.macros), document.macros);
    contexts.add(new Set(said.contexts), document.contexts);
    sums.metier1 += said.metiers.slice(0, 1).some((code) => document.rome.includes(code)) ? 1 : 0;
    sums.metier5 += said.metiers.slice(0, 5).some((code) => document.rome.includes(code)) ? 1 : 0;
    countMentions(document, said.mentions, macroOf, sums);
  }
  return {
    documents: gold.length,
    macros: macros.figures(),
    contexts: contexts.figures(),
    mentions: ratio(sums.mentions, gold.length),
    exact: ratio(sums.exact, sums.mentions),
    odd: ratio(sums.odd, sums.mentions),
    noise: ratio(sums.noise, sums.noises),
    metier1: ratio(sums.metier1, gold.length),
    metier5: ratio(sums.metier5, gold.length),
  };
}

function countMentions(
  document: GoldDocument,
  predicted: readonly PredictedMention[],
  macroOf: MacroOf,
  sums: { mentions: number; exact: number; odd: number; noises: number; noise: number },
): void {
  const fields = ['title', 'text'] as const;
  const places = document.mentions.flatMap((mention) =>
    fields.flatMap((field) => occurrences(document[field], mention.span).map((span) => ({ field, ...span, mention }))),
  );
  const everywhere = new Set([
    ...Object.keys(document.macros),
    ...Object.keys(document.contexts),
    ...document.mentions.flatMap(({ concepts }) => concepts.map(({ code }) => code)),
  ]);
  for (const code of [...everywhere]) everywhere.add(macroOf(code) ?? code);
  for (const { field, start, end, code } of predicted) {
    const macro = macroOf(code) ?? code;
    const accepted = places
      .filter((place) => place.field === field && place.start < end && start < place.end)
      .flatMap(({ mention }) => mention.concepts);
    sums.mentions++;
    sums.exact += accepted.some((concept) => concept.code === code || macroOf(concept.code) === macro) ? 1 : 0;
    sums.odd += everywhere.has(code) || everywhere.has(macro) ? 0 : 1;
  }
  for (const noise of document.noise) {
    const spans = fields.flatMap((field) => occurrences(document[field], noise).map((span) => ({ field, ...span })));
    const hit = predicted.some((mention) =>
      spans.some((span) => {
        const overlap = Math.min(span.end, mention.end) - Math.max(span.start, mention.start);
        return (
          span.field === mention.field && mention.end > mention.start && overlap >= (mention.end - mention.start) / 2
        );
      }),
    );
    sums.noises++;
    sums.noise += hit ? 1 : 0;
  }
}

/** @param ranking offers of a profile with their scores, in any order; ties are broken by offer id */
export function rankFigures(
  gold: readonly GoldDocument[],
  relevance: Relevance,
  ranking: (profile: string) => ReadonlyMap<string, number>,
): RankFigures {
  const profiles = new Set(gold.flatMap(({ id, kind }) => (kind === 'profile' ? [id] : [])));
  const offers = new Set(gold.flatMap(({ id, kind }) => (kind === 'offer' ? [id] : [])));
  const ndcg: number[] = [];
  const first: number[] = [];
  const recall: number[] = [];
  for (const [profile, all] of relevance) {
    const grades = new Map([...all].filter(([offer]) => offers.has(offer)));
    if (!profiles.has(profile) || grades.size === 0) continue;
    const top = [...ranking(profile)]
      .filter(([offer]) => offers.has(offer))
      .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
      .slice(0, 10)
      .map(([offer]) => offer);
    const ideal = [...grades.values()].sort((a, b) => b - a).slice(0, 10);
    ndcg.push(discounted(top.map((offer) => grades.get(offer) ?? 0)) / discounted(ideal));
    const good = new Set([...grades].flatMap(([offer, grade]) => (grade >= 2 ? [offer] : [])));
    if (good.size === 0) continue;
    first.push(top[0] !== undefined && good.has(top[0]) ? 1 : 0);
    recall.push(top.filter((offer) => good.has(offer)).length / good.size);
  }
  return { profiles: ndcg.length, ndcg10: mean(ndcg), p1: mean(first), r10: mean(recall) };
}

function discounted(grades: readonly number[]): number {
  return grades.reduce((sum, grade, rank) => sum + (2 ** grade - 1) / Math.log2(rank + 2), 0);
}

/** Precision over everything the gold has at any grade, recall over what it has at grade 2. */
class Counts {
  private right = 0;
  private said = 0;
  private found = 0;
  private wanted = 0;

  add(predicted: ReadonlySet<string>, gold: Readonly<Record<string, number>>): void {
    this.said += predicted.size;
    for (const code of predicted) {
      if (code in gold) this.right++;
      if (gold[code] === 2) this.found++;
    }
    this.wanted += Object.values(gold).filter((grade) => grade === 2).length;
  }

  figures(): PrecisionRecall {
    const precision = ratio(this.right, this.said);
    const recall = ratio(this.found, this.wanted);
    return { precision, recall, f1: precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0 };
  }
}

function occurrences(text: string, span: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  for (let start = text.indexOf(span); start >= 0; start = text.indexOf(span, start + 1)) {
    found.push({ start, end: start + span.length });
  }
  return found;
}

function ratio(part: number, whole: number): number {
  return whole > 0 ? part / whole : 0;
}

function mean(values: readonly number[]): number {
  return ratio(
    values.reduce((sum, value) => sum + value, 0),
    values.length,
  );
}
