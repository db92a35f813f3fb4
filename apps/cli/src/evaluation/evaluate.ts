import type { Baseline, NormalizerPool } from '@passerelle/normalization';
import { LexicalIndex } from '@passerelle/normalization';
import type { Referentiel } from '@passerelle/rome';
import type { GoldDocument, GoldSet } from './gold';
import {
  linkFigures,
  type LinkFigures,
  normalizeFigures,
  type NormalizeFigures,
  rankFigures,
  type RankFigures,
} from './metrics';
import { rankAll } from './rank';

/** The three ways that a table puts side by side. */
export type Way = 'passerelle' | Baseline;

interface KindFigures {
  readonly link: LinkFigures;
  readonly normalize: NormalizeFigures;
}

/** Figures of one way on one set; `ranking` is null where the set has no relevance file. */
export interface WayFigures {
  readonly way: Way;
  readonly offers: KindFigures;
  readonly profiles: KindFigures;
  readonly ranking: RankFigures | null;
}

interface EvaluationTools {
  readonly rome: Referentiel;
  readonly pool: NormalizerPool;
  /** Folder of the weights that ranking uses. */
  readonly weights: string;
  readonly step: () => void;
}

/** Runs linking, normalization and ranking over a gold set. */
export async function evaluate(gold: GoldSet, way: Way, tools: EvaluationTools): Promise<WayFigures> {
  const { rome, pool, step } = tools;
  const macroOf = (code: string) => (rome.hasConcept(code) ? rome.parentMacro(code)?.code : undefined);
  const read = new Map(
    await Promise.all(
      gold.documents.map(async (document) => {
        const source = { kind: document.kind, title: document.title, text: document.text };
        const spans = [...new Set(document.mentions.map(({ span }) => span))];
        const linked = await pool.link(source, spans);
        const normalized = await pool.normalize(source);
        step();
        const candidates = new Map(spans.map((span, index) => [span, (linked[index] ?? []).map(({ code }) => code)]));
        return [document.id, { candidates, normalized }] as const;
      }),
    ),
  );
  const figures = (kind: GoldDocument['kind']): KindFigures => {
    const documents = gold.documents.filter((document) => document.kind === kind);
    return {
      link: linkFigures(documents, (id, span) => read.get(id)?.candidates.get(span) ?? [], macroOf),
      normalize: normalizeFigures(
        documents,
        (id) => {
          const normalized = read.get(id)?.normalized;
          return {
            metiers: normalized?.metiers.map(({ code }) => code) ?? [],
            mentions: normalized?.mentions ?? [],
            macros: normalized?.macroCompetences.map(({ code }) => code) ?? [],
            contexts: normalized?.contextes.map(({ code }) => code) ?? [],
          };
        },
        macroOf,
      ),
    };
  };
  const rankings =
    way === 'wordsOnly'
      ? rankByWords(gold.documents)
      : rankAll(
          rome,
          tools.weights,
          gold.documents.flatMap(({ id, kind }) => {
            const entry = read.get(id);
            return entry ? [{ id, kind, normalized: entry.normalized }] : [];
          }),
        );
  return {
    way,
    offers: figures('offer'),
    profiles: figures('profile'),
    ranking:
      gold.relevance.size > 0
        ? rankFigures(gold.documents, gold.relevance, (profile) => rankings.get(profile) ?? new Map<string, number>())
        : null,
  };
}

/** Cosine of tf-idf over the words of title and text: what a search engine does. */
function rankByWords(documents: readonly GoldDocument[]): Map<string, Map<string, number>> {
  const offers = documents.filter(({ kind }) => kind === 'offer');
  const index = LexicalIndex.of(
    offers.map(({ title, text }) => `${title} ${text}`),
    1,
  );
  return new Map(
    documents
      .filter(({ kind }) => kind === 'profile')
      .map(({ id, title, text }) => {
        const hits = index.search(`${title} ${text}`, offers.length);
        return [id, new Map(hits.map(({ row, similarity }) => [offers[row]?.id ?? '', similarity]))];
      }),
  );
}
