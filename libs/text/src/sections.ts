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

/** A unit, or a part of one, with what it is about. `from` to `to` is its content, after a heading inside it: empty for a bare heading. */
export interface PlacedUnit {
  readonly unit: Unit;
  readonly from: number;
  readonly to: number;
  readonly section: SectionKind;
  /** The heading it opens with, folded; null where there is none. */
  readonly label: string | null;
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
/** Shorter ones («SQL.») say nothing about their section. */
const SHORTEST_SENTENCE = 4;

/** Leisure closes a CV, in a line or two; earlier the same words name work. */
const LEISURE_DEPTH = 0.55;
const LONGEST_LEISURE = 160;
const LONGEST_CONDITION = 60;

/** Words that are content as often as headings when they stand alone on a line. */
const NEVER_ALONE =
  /^(?:permis|teletravail|primes?|reporting|sports?|remuneration|salaires?|astreintes?|vous|informatique|bureautique|voyages?)$/;

interface Heading {
  readonly kind: SectionKind | 'wish';
  readonly length: number;
}

/** Says for each unit which section it stands in: by heading, then by the words of the sentence, then by position. */
export function place(reading: Reading, units: readonly Unit[], kind: SourceText['kind']): PlacedUnit[] {
  const placer = new Placer(reading, kind);
  return units.flatMap((unit) => placer.place(unit));
}

class Placer {
  private current: SectionKind;
  private unwanted = false;

  constructor(
    private readonly reading: Reading,
    private readonly kind: SourceText['kind'],
  ) {
    this.current = kind === 'offer' ? 'missions' : 'experience';
  }

  place(unit: Unit): PlacedUnit[] {
    const low = this.reading.low.slice(unit.start, unit.end);
    if (low.length < SHORTEST_SENTENCE) return [this.content(unit, this.current)];
    const heading = headingOf(low, unit);
    return heading === null ? this.sentence(unit, low) : [this.headed(unit, low, heading)];
  }

  private content(unit: Unit, section: SectionKind): PlacedUnit {
    return { unit, from: unit.start, to: unit.end, section, label: null, unwanted: this.unwanted };
  }

  private sentence(unit: Unit, low: string): PlacedUnit[] {
    if (unit.opensParagraph) {
      this.unwanted = false;
      if (this.kind === 'profile' && NOISE.has(this.current)) this.current = 'experience';
    }
    if (NOISE.has(this.current) && WORK_CUES.test(low)) this.current = 'missions';
    if (this.unwanted) return [this.content(unit, this.current)];
    const depth = unit.start / this.reading.low.length;
    const section = sentenceSection(low, this.kind, this.current, depth) ?? this.current;
    const placed = this.content(unit, section);
    const post = section === 'entreprise' ? (RECRUITS.exec(low)?.[0].length ?? 0) : 0;
    if (post === 0) return [placed];
    const cut = unit.start + post;
    return [
      { ...placed, to: cut },
      { ...placed, from: cut, section: 'missions' },
    ];
  }

  private headed(unit: Unit, low: string, heading: Heading): PlacedUnit {
    const section = sectionUnder(heading.kind, this.kind);
    const unwanted = heading.kind === 'wish';
    const whole = heading.length >= low.length;
    if (whole || !(unit.bullet || PASSING_HEADING.test(low))) {
      this.current = section;
      this.unwanted = unwanted;
    }
    const label = low.slice(0, heading.length);
    return { unit, from: unit.start + heading.length, to: unit.end, section, label, unwanted };
  }
}

function sectionUnder(heading: Heading['kind'], kind: SourceText['kind']): SectionKind {
  if (heading === 'wish') return 'conditions';
  return kind === 'profile' && (heading === 'entreprise' || heading === 'avantages') ? 'profil' : heading;
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
    const own = (kind === 'wish' && low.startsWith('ce que ')) || HEADING_REST.test(rest);
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
  if (section === 'avantages' || section === 'entreprise') {
    return low.length < LONGEST_CONDITION && CONDITION_CUES.test(low) && !BENEFIT_CLAUSE.test(low)
      ? 'conditions'
      : section;
  }
  if (NOISE.has(section)) return section;
  if (kind === 'profile') return CIVIL_CLAUSE.test(low) ? 'etatCivil' : section;
  return BENEFIT_CLAUSE.test(low) ? 'avantages' : section;
}
