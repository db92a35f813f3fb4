import { HEADING_REST, HEADINGS, PASSING_HEADING } from './lexicon/headings';
import {
  AT_WORK,
  BENEFIT_CLAUSE,
  CHILDREN,
  CIVIL_CLAUSE,
  CONDITION_CUES,
  COURTESY,
  LEISURE,
  LOOKS_AFTER,
  PERSON_CUES,
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

/** Words that open a heading even where the items under it carry the same sign. */
const ANNOUNCING =
  /^(?:(?:vos|tes|votre|ton) (?:missions?|profil|role|quotidien|responsabilites|taches|activites)|(?:les|nos|vos|tes) avantages$|ce que (?:vous|tu|nous|l'on|on) |ce qu'on |profil (?:recherche|souhaite)|description du|qui sommes|qui etes|a propos d|notre (?:processus|process|offre))/;
const UNWANTED_HEADING = /^(?:ce que |je ne (?:recherche|cherche|veux|souhaite|vise) (?:pas|plus)$)/;
const INFINITIVE = /^(?:s'|se )?[a-z]{2,}(?:er|ir|oir|dre|tre|ire|ure|cre|pre|vre)\b/;

interface Heading {
  readonly kind: SectionKind | 'wish';
  readonly length: number;
}

/** An offer longer than this that would be noise almost whole has lost its headings. */
const SHORTEST_DOUBTED = 400;
const DOUBTED_SHARE = 0.8;
/** How many units a noise heading covers at most in a doubted offer. */
const DOUBTED_REACH = 4;

/** Says for each unit which section it stands in: by heading, then by the words of the sentence, then by position. */
export function place(reading: Reading, units: readonly Unit[], kind: SourceText['kind']): PlacedUnit[] {
  const placed = placeAll(reading, units, kind, Infinity);
  return kind === 'offer' && isDoubtful(reading, placed) ? placeAll(reading, units, kind, DOUBTED_REACH) : placed;
}

function placeAll(
  reading: Reading,
  units: readonly Unit[],
  kind: SourceText['kind'],
  noiseReach: number,
): PlacedUnit[] {
  const placer = new Placer(reading, units, kind, noiseReach);
  return units.flatMap((_, index) => placer.place(index));
}

function isDoubtful(reading: Reading, placed: readonly PlacedUnit[]): boolean {
  if (reading.low.length < SHORTEST_DOUBTED) return false;
  let all = 0;
  let noise = 0;
  for (const { from, to, section } of placed) {
    all += to - from;
    if (NOISE.has(section)) noise += to - from;
  }
  return noise > all * DOUBTED_SHARE;
}

class Placer {
  private current: SectionKind;
  private unwanted = false;
  /** Units of content since the last heading. */
  private under = 0;

  constructor(
    private readonly reading: Reading,
    private readonly units: readonly Unit[],
    private readonly kind: SourceText['kind'],
    private readonly noiseReach: number,
  ) {
    this.current = this.usual();
  }

  place(index: number): PlacedUnit[] {
    const unit = this.units[index]!;
    const low = this.reading.low.slice(unit.start, unit.end);
    const heading = headingOf(low, unit, this.isListed(index));
    if (heading === null && low.length < SHORTEST_SENTENCE) return [this.content(unit, this.current)];
    return heading === null ? this.sentence(unit, low) : [this.headed(unit, low, heading)];
  }

  private usual(): SectionKind {
    return this.kind === 'offer' ? 'missions' : 'experience';
  }

  /** Whether it is one item of a list: beside it stands another with the same sign. */
  private isListed(index: number): boolean {
    const unit = this.units[index]!;
    if (!unit.bullet || unit.sign === '') return unit.bullet;
    const before = this.units[index - 1];
    const after = this.units[index + 1];
    return (before?.sign === unit.sign && !unit.opensParagraph) || (after?.sign === unit.sign && !after.opensParagraph);
  }

  private content(unit: Unit, section: SectionKind): PlacedUnit {
    return { unit, from: unit.start, to: unit.end, section, label: null, unwanted: this.unwanted };
  }

  private sentence(unit: Unit, low: string): PlacedUnit[] {
    const closes = unit.opensParagraph && this.under > 0;
    if (closes) this.unwanted = false;
    if (NOISE.has(this.current) && (closes ? this.kind === 'profile' : this.under >= this.noiseReach))
      this.current = this.usual();
    this.under++;
    // A list of acts in the infinitive is what the person will do, not what the employer does.
    if (this.current === 'entreprise' && unit.bullet && INFINITIVE.test(low)) this.current = 'missions';
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
    if (whole || !(unit.bullet || unwanted || PASSING_HEADING.test(low))) {
      this.current = section;
      this.unwanted = unwanted;
      this.under = 0;
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
    const leisure = depth > LEISURE_DEPTH && low.length < LONGEST_LEISURE && LEISURE.test(low) && !AT_WORK.test(low);
    return leisure ? 'loisirs' : null;
  }
  for (const [section, pattern] of SENTENCE_CUES) {
    if (!pattern.test(low)) continue;
    const own = section !== 'legal' && section !== 'processus' && WORK_CUES.test(low);
    const asks = section === 'entreprise' && PERSON_CUES.test(low) && !RECRUITS.test(low);
    return own || asks ? null : section;
  }
  return NOISE.has(current) && CONDITION_CUES.test(low) && low.length < 80 ? 'conditions' : null;
}

/** `listed`: an item among others of its list, which needs a colon or words that only headings have. */
function headingOf(low: string, unit: Unit, listed: boolean): Heading | null {
  const colon = low.indexOf(':');
  const label = colon > 0 && colon <= LONGEST_HEADING ? low.slice(0, colon) : low;
  const closed = label.length < low.length;
  if (label.length > LONGEST_HEADING || (!closed && /\d/.test(label))) return null;
  const bare = label.replace(/^[^a-z]+/, '').replace(/[^a-z)]+$/, '');
  for (const [kind, pattern] of HEADINGS) {
    const match = pattern.exec(bare);
    if (match === null) continue;
    const rest = bare.slice(match[0].length).trim();
    const more = rest === '' ? 0 : rest.split(/ +/).length;
    if (closed && more > 5) return null;
    const own = (kind === 'wish' && UNWANTED_HEADING.test(bare)) || HEADING_REST.test(rest);
    if (!closed && (!own || (more === 0 && NEVER_ALONE.test(bare)))) return null;
    if (!closed && listed && !(unit.sign !== '' && ANNOUNCING.test(bare))) return null;
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
  if (kind === 'profile') {
    const family = CHILDREN.test(low) && !LOOKS_AFTER.test(low);
    return family || CIVIL_CLAUSE.test(low) ? 'etatCivil' : section;
  }
  return BENEFIT_CLAUSE.test(low) ? 'avantages' : section;
}
