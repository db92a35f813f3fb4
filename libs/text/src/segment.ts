import { isBoilerplate } from './boilerplate';
import { deniesBefore, denialIn, opensDenial } from './negation';
import { read, type Reading } from './reading';
import { requirementIn, requirementOver } from './requirement';
import { clauseSection, NOISE, place, type PlacedUnit } from './sections';
import { cutsOf } from './splitting';
import { blankTitleNoise } from './title';
import { trim } from './trimming';
import type { Clause, Exclusion, Field, Section, Segmentation, SourceText } from './types';
import { unitsOf, type Unit } from './units';

/**
 * Cuts an offer or CV into sections, sentences and clauses. Never throws; takes time linear in the length; offsets are
 * UTF-16 code units of the original field, whatever markup stands in it. Clauses are in order (title first) and disjoint.
 */
export function segment(source: SourceText): Segmentation {
  const title = titleReading(source.title);
  const titleUnits = unitsOf(title);
  const titlePlaced = titleUnits.map((unit): PlacedUnit => ({
    unit,
    from: unit.start,
    to: unit.end,
    section: source.kind === 'offer' ? 'missions' : 'experience',
    label: null,
    unwanted: false,
  }));
  const text = read(source.text);
  const placed = place(text, unitsOf(text), source.kind);
  const fromTitle = new ClauseMaker(source, 'title', title, 0).clauses(titlePlaced);
  const fromText = new ClauseMaker(source, 'text', text, titleUnits.length).clauses(placed);
  return {
    sections: [...sectionsOf('title', title, titlePlaced), ...sectionsOf('text', text, placed)],
    clauses: [...fromTitle, ...fromText],
  };
}

function titleReading(title: string): Reading {
  const reading = read(title);
  return { ...reading, low: blankTitleNoise(reading.low) };
}

function sectionsOf(field: Field, reading: Reading, placed: readonly PlacedUnit[]): Section[] {
  const sections: Section[] = [];
  for (const { unit, from, to, label, section } of placed) {
    const [start, end] = reading.toSource(label === null ? from : unit.start, to);
    const last = sections.at(-1);
    if (last?.kind === section) sections[sections.length - 1] = { ...last, end };
    else sections.push({ kind: section, field, start, end });
  }
  return sections;
}

class ClauseMaker {
  private readonly made: Clause[] = [];
  private sentence: number;
  /** What the last heading says of everything under it. */
  private headed: Clause['requirement'] = null;

  constructor(
    private readonly source: SourceText,
    private readonly field: Field,
    private readonly reading: Reading,
    firstSentence: number,
  ) {
    this.sentence = firstSentence - 1;
  }

  clauses(placed: readonly PlacedUnit[]): Clause[] {
    let unit: Unit | null = null;
    for (const part of placed) {
      if (part.unit !== unit) this.sentence++;
      unit = part.unit;
      if (part.label !== null) this.headed = requirementIn(part.label);
      if (part.from < part.to) this.addPart(part);
    }
    return this.made;
  }

  private addPart(placed: PlacedUnit): void {
    const { unit, from, to } = placed;
    const { low } = this.reading;
    const sentence = low.slice(unit.start, unit.end);
    const asked = requirementOver(sentence) ?? this.headed;
    const whole: Exclusion | null = placed.unwanted || opensDenial(sentence) ? 'wish' : null;
    let denied: Exclusion | null = whole;
    let left = from;
    for (const [end, next] of [...cutsOf(this.reading, from, to), [to, to] as const]) {
      if (end < left) continue;
      const raw = low.slice(left, end).trim();
      const span = trim(low, left, end);
      if (span !== null) {
        const found = denialIn(raw);
        // «ni …» goes on with the denial of the clause before it, or opens one.
        const joined = raw.startsWith('ni ') || low.slice(left - 4, left) === ' ni ';
        denied = whole ?? found ?? (joined ? (denied ?? 'negation') : null);
        if (found !== null && deniesBefore(low.slice(Math.max(from, left - 1), end))) this.denyLast(found);
        this.add(placed, span, raw, asked, denied);
      }
      left = next;
    }
  }

  private add(
    placed: PlacedUnit,
    span: readonly [number, number],
    raw: string,
    asked: Clause['requirement'],
    denied: Exclusion | null,
  ): void {
    const [start, end] = this.reading.toSource(span[0], span[1]);
    const [sentenceStart, sentenceEnd] = this.reading.toSource(placed.unit.start, placed.unit.end);
    const bare = this.reading.low.slice(span[0], span[1]);
    const section = clauseSection(bare, placed.section, this.source.kind);
    this.made.push({
      field: this.field,
      start,
      end,
      text: this.source[this.field].slice(start, end),
      section,
      sentence: this.sentence,
      sentenceStart,
      sentenceEnd,
      requirement: this.source.kind === 'offer' ? (requirementIn(raw) ?? asked) : null,
      exclusion: denied ?? (NOISE.has(section) ? 'section' : isBoilerplate(bare, raw) ? 'boilerplate' : null),
    });
  }

  /** An answer «non», «pas encore» denies the clauses just before it in its sentence, two at most. */
  private denyLast(exclusion: Exclusion): void {
    for (let i = this.made.length - 1; i >= Math.max(0, this.made.length - 2); i--) {
      const clause = this.made[i]!;
      if (clause.sentence === this.sentence && clause.exclusion === null) this.made[i] = { ...clause, exclusion };
    }
  }
}
