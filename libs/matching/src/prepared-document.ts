import type { Concept, ConceptKind } from '@passerelle/rome';

import type { Evidence, FoundConcept, GuessedMetier, MatchDocument } from './document';
import type { MacroSpace } from './macro-space';
import type { MetierSpace } from './metier-space';
import type { Nomenclature } from './nomenclature';
import { SHARE_BITS, VALUE_BITS, unitVector, type SparseVector } from './sparse-vector';
import type { MatchWeights } from './weights';

/** A document as vectors, ready to be scored any number of times. */
export interface PreparedDocument {
  readonly document: MatchDocument;
  /** Over macro indices, mentionnées and probables together; length 1 in the norm of the soft cosine. */
  readonly macros: SparseVector;
  /** Over fiche indices; length 1 in the norm of fiche proximities. */
  readonly fiches: SparseVector;
  /** Over concept indices, length 1. */
  readonly savoirs: SparseVector;
  /** Over concept indices, length 1. */
  readonly contextes: SparseVector;
  /** What the words say, by macro index. */
  readonly mentioned: ReadonlyMap<number, FoundConcept>;
  /** By concept index. */
  readonly foundSavoirs: ReadonlyMap<number, FoundConcept>;
  /** By concept index. */
  readonly foundContextes: ReadonlyMap<number, FoundConcept>;
}

/** A document that cannot be matched as it is; `field` says where. */
export class InvalidMatchDocumentError extends Error {
  constructor(
    readonly documentId: string,
    readonly field: string,
    reason: string,
  ) {
    super(`document ${documentId}, ${field}: ${reason}`);
    this.name = 'InvalidMatchDocumentError';
  }
}

export interface Spaces {
  readonly referentiel: Nomenclature;
  readonly weights: MatchWeights;
  readonly rarities: Float64Array;
  readonly macroSpace: MacroSpace;
  readonly metierSpace: MetierSpace;
}

/** @throws {InvalidMatchDocumentError} for a code that the référentiel lacks, of another kind, or a number out of 0..1 */
export function prepareDocument(document: MatchDocument, spaces: Spaces): PreparedDocument {
  const shares = metierShares(document, spaces);
  const mentioned = byMacro(document, spaces.referentiel);
  const foundSavoirs = found(document, 'savoirs', ['savoir'], spaces.referentiel);
  const foundContextes = found(document, 'contextes', ['contexte'], spaces.referentiel);
  const macroValues = valuesOfMacros(document.kind, mentioned, shares, spaces);
  return {
    document,
    macros: unitVector(macroValues, softNorm(macroValues, spaces.macroSpace), VALUE_BITS),
    fiches: unitVector(shares, ficheNorm(shares, spaces.metierSpace), SHARE_BITS),
    savoirs: foundVector(document.kind, foundSavoirs, spaces),
    contextes: foundVector(document.kind, foundContextes, spaces),
    mentioned,
    foundSavoirs,
    foundContextes,
  };
}

/** How much each macro is implied by the guessed métiers, 0..1, by macro index; not more than the floor: left out. */
export function probableMacros(shares: ReadonlyMap<number, number>, spaces: Spaces): Map<number, number> {
  const expected = new Map<number, number>();
  for (const [fiche, share] of shares) {
    for (const [macro, weight] of spaces.macroSpace.ficheMacros[fiche]!) {
      expected.set(macro, (expected.get(macro) ?? 0) + share * weight);
    }
  }
  const { probableFloor } = spaces.weights.macro;
  return new Map([...expected].filter(([, value]) => value > probableFloor));
}

/** Belief in each fiche, by fiche index: the guessed scores mixed with their total spread geometrically by rank. */
export function metierShares(document: MatchDocument, { referentiel, weights }: Spaces): Map<number, number> {
  const { kept, rankDecay, rankShare } = weights.metier;
  const best = checkedMetiers(document, referentiel).slice(0, kept);
  const total = best.reduce((sum, { score }) => sum + score, 0);
  const geometric = best.map((_, rank) => rankDecay ** rank);
  const geometricTotal = geometric.reduce((sum, value) => sum + value, 0);
  return new Map(
    best.map(({ code, score }, rank) => {
      const share = (1 - rankShare) * score + (rankShare * total * geometric[rank]!) / geometricTotal;
      return [referentiel.fiche(code).index, share];
    }),
  );
}

function checkedMetiers(document: MatchDocument, referentiel: Nomenclature): GuessedMetier[] {
  const scores = new Map<string, number>();
  document.metiers.forEach(({ code, score }, i) => {
    if (!referentiel.hasFiche(code)) fail(document, `metiers[${i}].code`, `${code} is no ROME code of this version`);
    checkShare(document, `metiers[${i}].score`, score);
    scores.set(code, (scores.get(code) ?? 0) + score);
  });
  const total = [...scores.values()].reduce((sum, score) => sum + score, 0);
  if (total > 1 + 1e-6) fail(document, 'metiers', `scores sum to ${total}, 1 is the most`);
  return [...scores]
    .map(([code, score]) => ({ code, score }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || (a.code < b.code ? -1 : 1));
}

function valuesOfMacros(
  kind: MatchDocument['kind'],
  mentioned: ReadonlyMap<number, FoundConcept>,
  shares: ReadonlyMap<number, number>,
  spaces: Spaces,
): Map<number, number> {
  const { macroSpace, referentiel, weights } = spaces;
  const values = new Map<number, number>();
  for (const [macro, value] of probableMacros(shares, spaces)) values.set(macro, weights.macro.probable * value);
  for (const [macro, concept] of mentioned) {
    let support = 0;
    for (const [fiche, share] of shares) if (macroSpace.ficheMacros[fiche]!.has(macro)) support += share;
    const centrality = 1 + weights.macro.centrality * support;
    const said = concept.confidence * requirementFactor(kind, concept, weights) * centrality;
    values.set(macro, (values.get(macro) ?? 0) + said);
  }
  for (const [macro, value] of values) {
    const kindFactor = referentiel.macros[macro]!.kind === 'savoirEtre' ? weights.macro.savoirEtre : 1;
    values.set(macro, value * kindFactor * macroSpace.rarity[macro]!);
  }
  return values;
}

function requirementFactor(kind: MatchDocument['kind'], concept: FoundConcept, { macro }: MatchWeights): number {
  if (kind === 'profile' || concept.requirement === 'exigé') return 1;
  return concept.requirement === 'souhaité' ? macro.souhaite : macro.unsaid;
}

function foundVector(
  kind: MatchDocument['kind'],
  concepts: ReadonlyMap<number, FoundConcept>,
  { rarities, weights }: Spaces,
): SparseVector {
  const values = new Map(
    [...concepts].map(([index, concept]) => [
      index,
      concept.confidence * requirementFactor(kind, concept, weights) * rarities[index]!,
    ]),
  );
  return unitVector(values, Math.hypot(...values.values()), VALUE_BITS);
}

function softNorm(values: ReadonlyMap<number, number>, { neighbours }: MacroSpace): number {
  let square = 0;
  for (const [macro, value] of values) {
    square += value * value;
    for (const { macro: other, coupling } of neighbours[macro]!) square += coupling * value * (values.get(other) ?? 0);
  }
  return Math.sqrt(square);
}

function ficheNorm(shares: ReadonlyMap<number, number>, space: MetierSpace): number {
  let square = 0;
  for (const [fiche, share] of shares) {
    const row = space.row(fiche);
    for (const [other, otherShare] of shares) square += share * row[other]! * otherShare;
  }
  return Math.sqrt(square);
}

function byMacro(document: MatchDocument, referentiel: Nomenclature): Map<number, FoundConcept> {
  const concepts = found(document, 'macros', ['macroCompetence', 'savoirEtre'], referentiel);
  return new Map([...concepts].map(([index, concept]) => [referentiel.concepts[index]!.macro, concept]));
}

/** By concept index, in ascending order; a concept given twice counts once, with the better confidence and all its evidence. */
function found(
  document: MatchDocument,
  field: 'macros' | 'savoirs' | 'contextes',
  kinds: readonly ConceptKind[],
  referentiel: Nomenclature,
): Map<number, FoundConcept> {
  const concepts = new Map<number, FoundConcept>();
  document[field].forEach((given, i) => {
    const { index } = checkedConcept(document, `${field}[${i}].code`, given.code, kinds, referentiel);
    checkShare(document, `${field}[${i}].confidence`, given.confidence);
    const before = concepts.get(index);
    concepts.set(index, before === undefined ? given : merged(before, given));
  });
  return new Map([...concepts].sort(([a], [b]) => a - b));
}

function merged(a: FoundConcept, b: FoundConcept): FoundConcept {
  const requirement = [a, b].some((one) => one.requirement === 'exigé') ? 'exigé' : (a.requirement ?? b.requirement);
  const evidence: Evidence[] = [...a.evidence, ...b.evidence];
  return {
    code: a.code,
    confidence: Math.max(a.confidence, b.confidence),
    ...(requirement === undefined ? {} : { requirement }),
    evidence,
  };
}

function checkedConcept(
  document: MatchDocument,
  field: string,
  code: string,
  kinds: readonly ConceptKind[],
  referentiel: Nomenclature,
): Concept {
  if (!referentiel.hasConcept(code)) fail(document, field, `${code} is no concept of this version of ROME`);
  const concept = referentiel.concept(code);
  if (!kinds.includes(concept.kind)) fail(document, field, `${code} is a ${concept.kind}, not a ${kinds.join(' or ')}`);
  return concept;
}

function checkShare(document: MatchDocument, field: string, value: number): void {
  if (!(value >= 0 && value <= 1)) fail(document, field, `a number from 0 to 1 was expected, not ${value}`);
}

function fail(document: MatchDocument, field: string, reason: string): never {
  throw new InvalidMatchDocumentError(document.id, field, reason);
}
