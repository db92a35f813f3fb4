import type { Clause } from '@passerelle/text';
import type { Field, Requirement, TextConstraints } from '../normalized-document';
import { findCertificates, slug, type NamedCertificate } from './find-certificates';
import { findDiplomas, type NamedDiploma } from './find-diplomas';
import { findLanguages, type StatedLanguage } from './find-languages';
import { findLicences } from './find-licences';
import { foldText, type FoldedText } from './folded-text';
import { judge, type Finding, type Judgement, type SourceKind, type Topic } from './judgement';
import { LICENCE_COVERS } from './licence-tables';

/** Findings read in one field; a real offer has a few dozen at most. */
const MOST_FINDINGS = 300;
const REQUIREMENT_ORDER: readonly (Requirement | null)[] = [null, 'souhaité', 'exigé'];
/** Parts of an offer that speak of the employer, not of the person wanted. */
const EMPLOYER_SECTIONS = new Set<string>(['entreprise', 'avantages', 'legal', 'processus']);
const ALTERNATIVE = /^[^.;\n]{0,25}\b(?:ou|et\/ou|soit)\b[^.;\n]{0,25}$/;
const DIPLOMA_RANGE = /^(?:[^.;\n]{0,45}(?:\b(?:ou|a|voire|jusqu'au?|type)\b|[/,(-])[^.;\n]{0,25}|\s*)$/;

type Value = string | StatedLanguage | NamedDiploma | NamedCertificate;
type Judged = Judgement & { readonly finding: Finding<Value> };

/**
 * Reads the hard conditions that the words of an offer name, or what the words of a profile say that the person holds.
 *
 * - Things not asked for («permis non exigé»), given by the employer («CACES financé»), not held («permis en cours»,
 *   «CAP abandonné») are left out.
 * - Among diplomas that an offer lists as alternatives («CAP à bac +2») the lowest is the condition. Alternatives of which
 *   none is compulsory alone («CACES 3 ou 5 exigé») and diplomas that experience can replace are `souhaité` at most.
 * - A `label` of a diploma is that of a level («Bac +2») unless a profession asks for the diploma by its name.
 * - Certificate keys nest: `caces` is any CACES, `caces-r489` any category, `caces-r489-3` one category.
 * - CACES recommendations before 2020 are given as those that replaced them.
 *
 * `clauses`, of the same source, are optional help: negations, wishes and sections that the segmentation saw. Never throws.
 */
export function readConstraints(
  source: { readonly kind: SourceKind; readonly title: string; readonly text: string },
  clauses: readonly Clause[],
): TextConstraints {
  const judged = [
    ...judgeField(source.title, 'title', source.kind, clauses),
    ...judgeField(source.text, 'text', source.kind, clauses),
  ];
  const of = (topic: Topic): Judged[] => judged.filter(({ finding }) => finding.topic === topic);
  const languages = strongest(
    of('language').map((item) => valued(item, item.finding.value as StatedLanguage)),
    (value) => value.code,
  );
  return {
    drivingLicences: strongest(
      of('licence').map((item) => valued(item, item.finding.value as string)),
      (code) => code,
    ).map(({ value, requirement }) => ({
      code: value,
      requirement,
    })),
    languages: languages.map(({ value, requirement, all }) => ({
      code: value.code,
      level: all.find(({ level }) => level !== null)?.level ?? null,
      requirement,
    })),
    diplomas: strongest(
      of('diploma').map((item) => valued(item, item.finding.value as NamedDiploma)),
      (value) => value.label,
    ).map(({ value, requirement }) => ({
      level: value.level,
      label: value.label,
      requirement,
    })),
    certificates: strongest(
      of('certificate').map((item) => valued(item, item.finding.value as NamedCertificate)),
      (value) => value.key,
    ).map(({ value, requirement }) => ({
      key: value.key,
      label: value.label,
      requirement,
    })),
  };
}

/**
 * The key under which a structured label meets what texts say: «CACES R489 catégorie 3» is `caces-r489-3`. The first
 * certificate named counts; a label that names none known gives its own words, folded and joined by hyphens.
 */
export function certificateKey(label: string): string {
  return findCertificates(foldText(label), 'profile', 1)[0]?.value.key ?? slug(label);
}

function valued<Wanted>(judged: Judged, value: Wanted): { value: Wanted; requirement: Requirement | null } {
  return { value, requirement: judged.requirement };
}

function judgeField(source: string, field: Field, kind: SourceKind, clauses: readonly Clause[]): Judged[] {
  const text = foldText(source);
  const findings: Finding<Value>[] = [
    ...findLicences(text, MOST_FINDINGS),
    ...findLanguages(text, MOST_FINDINGS),
    ...findDiplomas(text, kind, MOST_FINDINGS),
    ...findCertificates(text, kind, MOST_FINDINGS),
  ].sort((a, b) => a.start - b.start || a.end - b.end);
  const own = clauses.filter((clause) => clause.field === field);
  const judged = findings.map((finding, index) => ({
    finding,
    ...withClause(judge(text.folded, findings, index, kind), clauseAt(own, text, finding), finding, kind),
  }));
  return kind === 'offer'
    ? settleAlternatives(text, judged).filter(({ holds }) => holds)
    : judged.filter(({ holds }) => holds);
}

function withClause(
  judgement: Judgement,
  clause: Clause | undefined,
  finding: Finding<Value>,
  kind: SourceKind,
): Judgement {
  if (!clause || !judgement.holds) return judgement;
  const aside = kind === 'offer' && finding.topic !== 'licence' && EMPLOYER_SECTIONS.has(clause.section);
  const refused = clause.exclusion === 'negation' && judgement.requirement === null;
  const wished = kind === 'profile' && clause.exclusion === 'wish';
  if ((aside && judgement.requirement === null) || refused || wished) return { holds: false, requirement: null };
  return kind === 'offer' ? { holds: true, requirement: judgement.requirement ?? clause.requirement } : judgement;
}

function clauseAt(clauses: readonly Clause[], text: FoldedText, finding: Finding<Value>): Clause | undefined {
  const at = text.offsets[finding.start] ?? 0;
  let low = 0;
  let high = clauses.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((clauses[middle]?.end ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  const clause = clauses[low];
  return clause && clause.start <= at ? clause : undefined;
}

function settleAlternatives(text: FoldedText, judged: readonly Judged[]): Judged[] {
  const settled: Judged[] = [];
  for (const next of judged) {
    const previous = settled.at(-1);
    const gap = previous ? text.folded.slice(previous.finding.end, next.finding.start) : '';
    if (!previous?.holds || !next.holds || previous.finding.topic !== next.finding.topic || gap.length > 60)
      settled.push(next);
    else if (next.finding.topic === 'diploma' && DIPLOMA_RANGE.test(gap))
      settled.push(...lowerDiploma(previous, next, settled));
    else if (ALTERNATIVE.test(gap)) settled.push(...eitherOf(previous, next, settled));
    else settled.push(next);
  }
  return settled;
}

/** Takes the last of `settled` back and gives what stays of it and `next`. */
function lowerDiploma(previous: Judged, next: Judged, settled: Judged[]): Judged[] {
  const before = previous.finding.value as NamedDiploma;
  const after = next.finding.value as NamedDiploma;
  // «bac +2 exigé, bac +5 souhaité» are two demands, not one range.
  if (previous.requirement !== null && next.requirement !== null && previous.requirement !== next.requirement)
    return [next];
  if (before.named || after.named) return before.named && after.named ? eitherOf(previous, next, settled) : [next];
  settled.pop();
  const requirement = stronger(previous.requirement, next.requirement);
  return [{ ...(before.level <= after.level ? previous : next), requirement }];
}

function eitherOf(previous: Judged, next: Judged, settled: Judged[]): Judged[] {
  if (previous.requirement !== 'exigé' && next.requirement !== 'exigé') return [next];
  const first = previous.finding.value;
  const second = next.finding.value;
  const covers = (more: Value, less: Value): boolean =>
    typeof more === 'string' && typeof less === 'string' && (LICENCE_COVERS.get(more)?.includes(less) ?? false);
  settled.pop();
  const keep = (judged: Judged, other: Value): Judged =>
    covers(other, judged.finding.value) ? { ...judged, requirement: 'exigé' } : { ...judged, requirement: 'souhaité' };
  return [keep(previous, second), keep(next, first)];
}

function strongest<Wanted>(
  items: readonly { readonly value: Wanted; readonly requirement: Requirement | null }[],
  keyOf: (value: Wanted) => string,
): { value: Wanted; requirement: Requirement | null; all: Wanted[] }[] {
  const byKey = new Map<string, { value: Wanted; requirement: Requirement | null; all: Wanted[] }>();
  for (const { value, requirement } of items) {
    const known = byKey.get(keyOf(value));
    if (!known) byKey.set(keyOf(value), { value, requirement, all: [value] });
    else {
      known.requirement = stronger(known.requirement, requirement);
      known.all.push(value);
    }
  }
  return [...byKey.values()];
}

function stronger(one: Requirement | null, other: Requirement | null): Requirement | null {
  return REQUIREMENT_ORDER.indexOf(one) >= REQUIREMENT_ORDER.indexOf(other) ? one : other;
}
