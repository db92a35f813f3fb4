import { HEADING_REST, HEADINGS, PASSING_HEADING } from './lexicon/headings';
import {
  BENEFIT_CLAUSE,
  CIVIL_CLAUSE,
  CONDITION_CUES,
  COURTESY,
  LEISURE,
  RECRUITS,
  SENTENCE_CUES,
  WORK_CUES,
} from './lexicon/cues';
import type { Reading } from './reading';
import type { SectionKind, SourceText } from './types';
import type { Unit } from './units';

/** A unit with what it is about. `from` is where its content begins, after a heading inside it. */
export interface PlacedUnit {
  readonly unit: Unit;
  readonly from: number;
  readonly to: number;
  readonly section: SectionKind;
  /** It is a heading and nothing else. */
  readonly heading: boolean;
  /** The heading above says that what follows is not wanted. */
  readonly unwanted: boolean;
}

export const NOISE: ReadonlySet<SectionKind> = new Set<SectionKind>([
  'entreprise',
  'avantages',
  'processus',
  'legal',
  'loisirs',
  'etatCivil',
]);

const LONGEST_HEADING = 64;

/** Leisure closes a CV, in a line or two; earlier the same words name work. */
const LEISURE_DEPTH = 0.55;
const LONGEST_LEISURE = 160;

/** Words that are content as often as headings when they stand alone on a line. */
const NEVER_ALONE =
  /^(?:permis|teletravail|primes?|reporting|sports?|remuneration|salaires?|astreintes?|vous|informatique|bureautique|voyages?)$/;

interface Heading {
  readonly kind: SectionKind | 'wish';
  readonly length: number;
}

/** Says for each unit which section it stands in: by heading, then by the words of the sentence, then by position. */
export function place(reading: Reading, units: readonly Unit[], kind: SourceText['kind']): PlacedUnit[] {
  const placed: PlacedUnit[] = [];
  let current: SectionKind = kind === 'offer' ? 'missions' : 'experience';
  let unwanted = false;
  for (const unit of units) {
    const low = reading.low.slice(unit.start, unit.end);
    const heading = headingOf(low, unit);
    if (heading === null) {
      if (unit.opensParagraph && kind === 'profile' && NOISE.has(current)) current = 'experience';
      if (unit.opensParagraph) unwanted = false;
      if (NOISE.has(current) && WORK_CUES.test(low)) current = 'missions';
      const depth = unit.start / reading.low.length;
      const section = unwanted ? current : (sentenceSection(low, kind, current, depth) ?? current);
      const post = section === 'entreprise' ? (RECRUITS.exec(low)?.[0].length ?? 0) : 0;
      if (post > 0) {
        placed.push({ unit, from: unit.start, to: unit.start + post, section, heading: false, unwanted });
        placed.push({ unit, from: unit.start + post, to: unit.end, section: 'missions', heading: false, unwanted });
      } else {
        placed.push({ unit, from: unit.start, to: unit.end, section, heading: false, unwanted });
      }
      continue;
    }
    const section = heading.kind === 'wish' ? 'conditions' : heading.kind;
    const whole = heading.length >= low.length;
    const passing = !whole && (unit.bullet || PASSING_HEADING.test(low));
    placed.push({
      unit,
      from: unit.start + heading.length,
      to: unit.end,
      section,
      heading: whole,
      unwanted: heading.kind === 'wish',
    });
    if (!passing) {
      current = section;
      unwanted = heading.kind === 'wish';
    }
  }
  return placed;
}

/** What the words of one sentence say it is about; null when they say nothing. `depth` is its place in the text, 0..1. */
function sentenceSection(
  low: string,
  kind: SourceText['kind'],
  current: SectionKind,
  depth: number,
): SectionKind | null {
  if (kind === 'profile') {
    if (COURTESY.test(low)) return 'processus';
    return depth > LEISURE_DEPTH && low.length < LONGEST_LEISURE && LEISURE.test(low) ? 'loisirs' : null;
  }
  for (const [section, pattern] of SENTENCE_CUES) {
    if (!pattern.test(low)) continue;
    return section !== 'legal' && section !== 'processus' && WORK_CUES.test(low) ? null : section;
  }
  return NOISE.has(current) && CONDITION_CUES.test(low) && low.length < 80 ? 'conditions' : null;
}

function headingOf(low: string, unit: Unit): Heading | null {
  const colon = low.indexOf(':');
  const label = colon > 0 && colon <= LONGEST_HEADING ? low.slice(0, colon) : low;
  const closed = label.length < low.length;
  if (label.length > LONGEST_HEADING || (!closed && (unit.bullet || /\d/.test(label)))) return null;
  const bare = label.replace(/^[^a-z]+/, '').replace(/[^a-z)]+$/, '');
  for (const [kind, pattern] of HEADINGS) {
    const match = pattern.exec(bare);
    if (match === null) continue;
    const rest = bare.slice(match[0].length).trim();
    const more = rest === '' ? 0 : rest.split(/ +/).length;
    if (closed && more > 5) return null;
    const own = kind === 'wish' || HEADING_REST.test(rest);
    if (!closed && (!own || (more === 0 && NEVER_ALONE.test(bare)))) return null;
    // «Contrat : CDI» says more than «CDI», and «Gestion de versions : Git» more than its label.
    const content = low.slice(colon + 1).trim();
    if (closed && content !== '' && (!own || (kind === 'conditions' && content.split(' ').length <= 2)))
      return { kind, length: 0 };
    return { kind, length: closed ? colon + 1 : low.length };
  }
  return null;
}

/** The section of one clause: its own words may say that it is a benefit or civil status inside another section. */
export function clauseSection(low: string, section: SectionKind, kind: SourceText['kind']): SectionKind {
  if (NOISE.has(section)) return section;
  if (kind === 'profile') return CIVIL_CLAUSE.test(low) ? 'etatCivil' : section;
  return BENEFIT_CLAUSE.test(low) ? 'avantages' : section;
}
