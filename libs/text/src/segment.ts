import { isBoilerplate } from './boilerplate';
import { deniesBefore, denialIn, opensDenial } from './negation';
import { read, type Reading } from './reading';
import { requirementIn } from './requirement';
import { clauseSection, NOISE, place, type PlacedUnit } from './sections';
import { cutsOf } from './splitting';
import { blankTitleNoise } from './title';
import { trim } from './trimming';
import type { Clause, Exclusion, Field, Section, Segmentation, SourceText } from './types';
import { unitsOf } from './units';

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
    heading: false,
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
  for (const { unit, section } of placed) {
    const [start, end] = reading.toSource(unit.start, unit.end);
    const last = sections.at(-1);
    if (last?.kind === section) sections[sections.length - 1] = { ...last, end };
    else sections.push({ kind: section, field, start, end });
  }
  return sections;
}

class ClauseMaker {
  constructor(
    private readonly source: SourceText,
    private readonly field: Field,
    private readonly reading: Reading,
    private readonly firstSentence: number,
  ) {}

  clauses(placed: readonly PlacedUnit[]): Clause[] {
    const made: Clause[] = [];
    let headed: Clause['requirement'] = null;
    placed.forEach((unit, index) => {
      const low = this.reading.low.slice(unit.unit.start, unit.unit.end);
      if (unit.heading) {
        headed = requirementIn(low);
        return;
      }
      this.addUnit(unit, low, headed, this.firstSentence + index, made);
    });
    return made;
  }

  private addUnit(
    placed: PlacedUnit,
    low: string,
    headed: Clause['requirement'],
    sentence: number,
    made: Clause[],
  ): void {
    const { unit, from, to } = placed;
    const [sentenceStart, sentenceEnd] = this.reading.toSource(unit.start, unit.end);
    const asked = this.source.kind === 'offer' ? this.requirements(low, headed) : null;
    let denied: Exclusion | null = placed.unwanted || opensDenial(low) ? 'wish' : null;
    const wholeDenied = denied !== null;
    let left = from;
    for (const [end, next] of [...cutsOf(this.reading, from, to), [to, to] as const]) {
      if (end < left) continue;
      const raw = this.reading.low.slice(left, end);
      const span = trim(this.reading.low, left, end);
      if (span !== null) {
        const [start, stop] = this.reading.toSource(span[0], span[1]);
        const bare = this.reading.low.slice(span[0], span[1]);
        const found = denialIn(raw.trim());
        const section = clauseSection(bare, placed.section, this.source.kind);
        // «ni …» goes on with the denial of the clause before it.
        if (!wholeDenied) denied = found ?? (denied !== null && /^ *ni\b/.test(raw) ? denied : null);
        if (found !== null && deniesBefore(this.reading.low.slice(left - 1, end))) deny(made, sentence, found);
        made.push({
          field: this.field,
          start,
          end: stop,
          text: this.source[this.field].slice(start, stop),
          section,
          sentence,
          sentenceStart,
          sentenceEnd,
          requirement: asked === null ? null : (requirementIn(raw) ?? asked),
          exclusion:
            denied ?? (NOISE.has(section) ? 'section' : isBoilerplate(bare, raw.trim()) ? 'boilerplate' : null),
        });
      }
      left = next;
    }
  }

  private requirements(low: string, headed: Clause['requirement']): Clause['requirement'] {
    return requirementIn(low) ?? headed;
  }
}

/** Marks the clauses just before an answer «non», «pas encore» of the same sentence, two at most. */
function deny(made: Clause[], sentence: number, exclusion: Exclusion): void {
  for (let i = made.length - 1; i >= Math.max(0, made.length - 2); i--) {
    const clause = made[i]!;
    if (clause.sentence === sentence && clause.exclusion === null) made[i] = { ...clause, exclusion };
  }
}
