import { HEADINGS, PASSING_HEADING } from './lexicon/headings';
import { CONDITION_CUES, PERSON_CUES, SENTENCE_CUES, WORK_CUES } from './lexicon/cues';
import type { Reading } from './reading';
import type { SectionKind, SourceText } from './types';
import type { Unit } from './units';

/** A unit with what it is about. `from` is where its content begins, after a heading inside it. */
export interface PlacedUnit {
  readonly unit: Unit;
  readonly from: number;
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
      const section = unwanted ? current : (sentenceSection(low, kind, current) ?? current);
      placed.push({ unit, from: unit.start, section, heading: false, unwanted });
      continue;
    }
    const section = heading.kind === 'wish' ? 'conditions' : heading.kind;
    const whole = heading.length >= low.length;
    const passing = !whole && (unit.bullet || PASSING_HEADING.test(low));
    placed.push({
      unit,
      from: unit.start + heading.length,
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

function sentenceSection(low: string, kind: SourceText['kind'], current: SectionKind): SectionKind | null {
  const cues = kind === 'offer' ? SENTENCE_CUES : PERSON_CUES;
  for (const [section, pattern] of cues) {
    if (!pattern.test(low)) continue;
    if (kind === 'offer' && section !== 'legal' && section !== 'processus' && WORK_CUES.test(low)) return null;
    return section;
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
    if (more > (closed ? 5 : 2)) return null;
    if (!closed && !unit.opensLine && more > 0) return null;
    return { kind, length: closed ? colon + 1 : low.length };
  }
  return null;
}
