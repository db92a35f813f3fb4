import type { Concept, Referentiel } from '@passerelle/rome';
import { BoostedTrees } from './boosted-trees';
import { CANDIDATE_FEATURES } from './candidate-features';
import { readConstraints } from './constraints';
import type { Knowledge } from './knowledge';
import { METIERS } from './metiers';
import type {
  DocumentConcept,
  Evidence,
  GuessedMetier,
  Mention,
  NormalizedDocument,
  Requirement,
  SourceDocument,
} from './normalized-document';
import type { NormalizerParameters } from './parameters';
import { Reader, type Reading, type ReadSpan } from './reader';
import { gather, type Testimony, type Unit, UNIT_FEATURES, unitFeatures } from './unit-features';

/** A concept that a span may express, by OGR code. */
export interface LinkCandidate {
  readonly code: string;
  readonly confidence: number;
}

/** A row for training or for showing why: a unit of a document and its features. */
export interface WeighedUnit {
  readonly unit: Unit;
  readonly features: Float64Array;
  readonly testimonies: readonly Testimony[];
  readonly probability: number;
}

/** Spans shown as evidence of one concept, at most. */
const EVIDENCE = 3;
const LINK_CANDIDATES = 20;
/** Cosine from which a title names a fiche. */
const CLEAR_TITLE = 0.6;
/** Sum of confidences, so the number of skills that an expert would find, from which a text can be matched. */
const EXPECTED_SKILLS = 1.5;
const TOO_POOR = 'Le texte ne dit ni métier ni compétences.';

/** Turns French text into ROME 4.0 concepts. The same text gives the same result, whatever was read before. */
export class Normalizer {
  private readonly reader: Reader;
  private readonly unitTrees: BoostedTrees | null;
  private readonly rome: Referentiel;

  constructor(
    knowledge: Knowledge,
    private readonly parameters: NormalizerParameters,
  ) {
    this.rome = knowledge.rome;
    const { mentionTrees, unitTrees } = parameters;
    this.reader = new Reader(
      knowledge,
      parameters.reader,
      mentionTrees ? new BoostedTrees(mentionTrees, CANDIDATE_FEATURES) : null,
    );
    this.unitTrees = unitTrees ? new BoostedTrees(unitTrees, UNIT_FEATURES) : null;
  }

  async normalize(source: SourceDocument): Promise<NormalizedDocument> {
    const reading = await this.read(source);
    const units = this.weigh(reading, source.kind);
    const { thresholds } = this.parameters;
    const kept = (kind: 'macro' | 'contexte') =>
      units
        .filter(({ unit, probability, testimonies }) =>
          kind === 'contexte'
            ? unit.kind === 'contexte' && probability >= thresholds.contexte
            : unit.kind !== 'contexte' &&
              probability >= thresholds.macroCompetence &&
              (testimonies[0]?.mass ?? 0) >= thresholds.evidence,
        )
        .map((weighed) => this.documentConcept(weighed));
    const mentions = reading.clauses.flatMap((span) => this.mention(span, source) ?? []);
    const macroCompetences = this.withCoded(kept('macro'), source, (concept) => this.macroConcept(concept));
    const savoirs = this.withCoded(this.savoirs(mentions), source, (concept) =>
      concept.kind === 'savoir' ? concept : null,
    );
    const canDo = macroCompetences.filter(({ code }) => this.rome.concept(code).kind === 'macroCompetence');
    const unscorable = this.unscorable(source, [...canDo, ...savoirs], reading);
    return {
      mentions,
      macroCompetences,
      savoirs,
      contextes: this.withCoded(kept('contexte'), source, (concept) => (concept.kind === 'contexte' ? concept : null)),
      metiers: unscorable === null ? this.metiers(reading) : [],
      constraints: readConstraints(
        source,
        reading.clauses.flatMap(({ clause }) => clause ?? []),
      ),
      unscorable,
    };
  }

  /** Skills read without much doubt, or a title that names a métier, are something to match on; behaviour alone is not. */
  private unscorable(
    source: SourceDocument,
    skills: readonly DocumentConcept[],
    { metierClues }: Reading,
  ): string | null {
    if ((source.skills ?? []).length + (source.romeCodes ?? []).length > 0) return null;
    const titled = Math.max(...metierClues.map(({ title }) => title));
    const expected = skills.reduce((sum, { confidence }) => sum + confidence, 0);
    return titled >= CLEAR_TITLE || expected >= EXPECTED_SKILLS ? null : TOO_POOR;
  }

  /** Concepts that each span may express, best first, at most twenty; the document says what it is about. */
  async link(source: SourceDocument, spans: readonly string[]): Promise<LinkCandidate[][]> {
    const { spans: read } = await this.read(source, spans);
    return read.map(({ candidates, probabilities }) =>
      candidates
        .map(({ concept }, index) => ({
          code: this.rome.concepts[concept]!.code,
          confidence: round(probabilities[index]!),
          order: index,
        }))
        .sort((a, b) => b.confidence - a.confidence || a.order - b.order)
        .slice(0, LINK_CANDIDATES)
        .map(({ code, confidence }) => ({ code, confidence })),
    );
  }

  /** The reading behind {@link normalize} and {@link link}, for training and for showing why. */
  read(source: SourceDocument, spans: readonly string[] = []): Promise<Reading> {
    return this.reader.read(source, spans);
  }

  /** Units that at least one clause may express, most probable first. */
  weigh(reading: Reading, kind: 'offer' | 'profile'): WeighedUnit[] {
    const ranks = new Map(
      [...reading.macroPrior].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([macro], rank) => [macro, rank]),
    );
    return [...gather(reading, (concept) => this.unitOf(concept)).values()]
      .map(({ unit, testimonies }) => {
        const { macro } = this.rome.concepts[unit.id]!;
        const features = unitFeatures(unit, testimonies, reading, {
          kind,
          expectation: macro >= 0 ? (reading.macroPrior.get(macro) ?? 0) : (reading.prior.get(unit.id) ?? 0),
          expectationRank: macro >= 0 ? (ranks.get(macro) ?? ranks.size) : -1,
        });
        // Without trees each clause speaks for its best candidate alone.
        const named = testimonies.find(({ rank }) => rank === 0);
        const probability = this.unitTrees ? this.unitTrees.probability(features) : (named?.probability ?? 0);
        return { unit, features, testimonies, probability };
      })
      .sort((a, b) => b.probability - a.probability || a.unit.id - b.unit.id);
  }

  private metiers({ beliefs }: Reading): GuessedMetier[] {
    return beliefs.slice(0, METIERS).map(({ fiche, belief }) => {
      const { code, label } = this.rome.fiches[fiche]!;
      return { code, label, score: round(belief) };
    });
  }

  private unitOf(index: number): Unit | null {
    const concept = this.rome.concepts[index]!;
    if (concept.kind === 'contexte') return { id: index, kind: 'contexte' };
    if (concept.macro < 0) return null;
    const macro = this.rome.macros[concept.macro]!;
    return { id: macro.concept, kind: macro.kind };
  }

  private mention({ clause, candidates, probabilities }: ReadSpan, source: SourceDocument): Mention | null {
    if (!clause || candidates.length === 0) return null;
    let best = 0;
    probabilities.forEach((probability, index) => {
      if (probability > probabilities[best]!) best = index;
    });
    const confidence = probabilities[best]!;
    if (confidence < this.parameters.thresholds.mention) return null;
    const concept = this.rome.concepts[candidates[best]!.concept]!;
    return {
      field: clause.field,
      start: clause.start,
      end: clause.end,
      text: clause.text,
      code: concept.code,
      kind: concept.kind,
      label: concept.label,
      confidence: round(confidence),
      macroCompetence: concept.macro < 0 ? null : this.rome.macros[concept.macro]!.code,
      requirement: source.kind === 'offer' ? clause.requirement : null,
    };
  }

  private documentConcept({ unit, testimonies, probability }: WeighedUnit): DocumentConcept {
    const { code, label } = this.rome.concepts[unit.id]!;
    const convincing = testimonies.filter(({ clause }) => clause !== null).slice(0, EVIDENCE);
    const floor = (convincing[0]?.mass ?? 0) / 2;
    const said = convincing.filter(({ mass }) => mass >= floor).flatMap(({ clause }) => clause ?? []);
    return {
      code,
      label,
      confidence: round(probability),
      requirement: strongest(said.map(({ requirement }) => requirement)),
      evidence: said.map(({ field, start, end }) => ({ field, start, end })),
    };
  }

  private savoirs(mentions: readonly Mention[]): DocumentConcept[] {
    const byCode = new Map<string, { best: Mention; evidence: Evidence[]; requirements: (Requirement | null)[] }>();
    for (const mention of mentions) {
      if (mention.kind !== 'savoir') continue;
      const entry = byCode.get(mention.code) ?? { best: mention, evidence: [], requirements: [] };
      if (mention.confidence > entry.best.confidence) entry.best = mention;
      entry.evidence.push({ field: mention.field, start: mention.start, end: mention.end });
      entry.requirements.push(mention.requirement);
      byCode.set(mention.code, entry);
    }
    return [...byCode.values()]
      .map(({ best, evidence, requirements }) => ({
        code: best.code,
        label: best.label,
        confidence: best.confidence,
        requirement: strongest(requirements),
        evidence: evidence.slice(0, EVIDENCE),
      }))
      .sort((a, b) => b.confidence - a.confidence || (a.code < b.code ? -1 : 1));
  }

  private macroConcept({ macro }: Concept): Concept | null {
    return macro < 0 ? null : this.rome.concepts[this.rome.macros[macro]!.concept]!;
  }

  /** Adds what the event's structured fields state: the sender's own codes are taken as certain. */
  private withCoded(
    found: readonly DocumentConcept[],
    source: SourceDocument,
    keep: (concept: Concept) => Concept | null,
  ): DocumentConcept[] {
    const all = new Map(found.map((concept) => [concept.code, concept]));
    for (const { code, requirement } of source.skills ?? []) {
      const concept = this.rome.hasConcept(code) ? keep(this.rome.concept(code)) : null;
      if (!concept) continue;
      const known = all.get(concept.code);
      all.set(concept.code, {
        code: concept.code,
        label: concept.label,
        confidence: 1,
        requirement: strongest([requirement ?? null, known?.requirement ?? null]),
        evidence: known?.evidence ?? [],
      });
    }
    return [...all.values()];
  }
}

function strongest(requirements: readonly (Requirement | null)[]): Requirement | null {
  if (requirements.includes('exigé')) return 'exigé';
  return requirements.includes('souhaité') ? 'souhaité' : null;
}

/** Six decimals: enough for a probability, and the same bytes on every platform. */
function round(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
