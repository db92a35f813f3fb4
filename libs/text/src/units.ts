import { isDigit, isLetter, isLower, isUpper } from './characters';
import { DOTTED_ABBREVIATIONS, INNER_CAPITALS, UNFINISHED } from './lexicon/typography';
import type { Reading } from './reading';

/** A sentence, a bullet or a line: positions in the reading's text, blanks and bullet signs trimmed. */
export interface Unit {
  readonly start: number;
  readonly end: number;
  /** Stands at the start of a line. */
  readonly opensLine: boolean;
  readonly bullet: boolean;
  /** The sign it is marked with as a list item or heading, alike for all numbers; empty where there is none. */
  readonly sign: string;
  /** An empty line stands before it. */
  readonly opensParagraph: boolean;
}

/** No sentence of an offer or CV is longer; beyond, the text is cut at a blank so that all later work stays bounded. */
const LONGEST_UNIT = 1200;

/** Cuts a reading into units, in order and disjoint. */
export function unitsOf(reading: Reading): Unit[] {
  return new UnitScanner(reading).scan();
}

class UnitScanner {
  private readonly units: Unit[] = [];
  private readonly text: string;
  private readonly low: string;
  private start = 0;
  private lineStart = true;
  private bullet = false;
  private sign = '';
  private emptyLines = 1;

  constructor(reading: Reading) {
    this.text = reading.text;
    this.low = reading.low;
  }

  scan(): Unit[] {
    const { low } = this;
    for (let i = 0; i < low.length; i++) {
      const unit = low.charCodeAt(i);
      if (unit === 0x0a) {
        if (!this.goesOn(i)) this.endLine(i);
      } else if (unit === 0x2022 || unit === 0x2a) {
        this.close(i);
        this.start = i + 1;
        this.bullet = true;
        this.sign = this.text.charAt(i);
      } else if (unit === 0x2e || unit === 0x21 || unit === 0x3f || unit === 0x2026) {
        if (this.endsSentence(i, unit)) this.cut(i + 1);
      } else if (i > this.start && this.isGlued(i)) {
        this.cut(i);
        this.bullet = true;
      } else if (i - this.start > LONGEST_UNIT && (unit === 0x20 || i - this.start > LONGEST_UNIT + 100)) {
        this.cut(i);
      }
    }
    this.close(low.length);
    return this.units;
  }

  private cut(at: number): void {
    this.close(at);
    this.start = at;
  }

  private endLine(at: number): void {
    const empty = this.isBlank(this.start, at) && this.lineStart;
    this.close(at);
    this.emptyLines = empty ? this.emptyLines + 1 : 0;
    this.start = at + 1;
    this.lineStart = true;
    this.bullet = false;
    this.sign = '';
  }

  private isBlank(start: number, end: number): boolean {
    for (let i = start; i < end; i++) if (this.low.charCodeAt(i) !== 0x20) return false;
    return true;
  }

  private close(end: number): void {
    let from = this.start;
    let to = end;
    const marked = this.skipMarker(from, to);
    if (marked > from) {
      const sign = this.text.slice(from, marked).trim();
      if (this.sign === '')
        this.sign = isDigit(sign.charCodeAt(0)) ? '1' : String.fromCodePoint(sign.codePointAt(0) ?? 0x20);
      from = marked;
      this.bullet = true;
    }
    while (from < to && this.low.charCodeAt(from) <= 0x20) from++;
    while (to > from && this.low.charCodeAt(to - 1) <= 0x20) to--;
    if (from === to) return;
    this.units.push({
      start: from,
      end: to,
      opensLine: this.lineStart,
      bullet: this.bullet,
      sign: this.sign,
      opensParagraph: this.lineStart && this.emptyLines > 0,
    });
    this.lineStart = false;
    this.bullet = false;
    this.sign = '';
  }

  /** After «- », «o », «> », «1. », «a) », «· » or a pictogram at the start of a line or bullet. */
  private skipMarker(from: number, to: number): number {
    if (!this.lineStart && !this.bullet) return from;
    let at = from;
    while (at < to && this.low.charCodeAt(at) === 0x20) at++;
    LIST_MARKER.lastIndex = at;
    const match = LIST_MARKER.exec(this.low);
    return match !== null && at + match[0].length <= to ? at + match[0].length : from;
  }

  /** A line break inside a sentence that was wrapped by hand. */
  private goesOn(at: number): boolean {
    let next = at + 1;
    while (this.low.charCodeAt(next) === 0x20) next++;
    if (next >= this.low.length || !isLower(this.text.charCodeAt(next))) return false;
    let end = at;
    while (end > this.start && this.low.charCodeAt(end - 1) === 0x20) end--;
    let from = end;
    while (from > this.start && end - from < 8 && isLetter(this.low.charCodeAt(from - 1))) from--;
    return UNFINISHED.has(this.low.slice(from, end));
  }

  private endsSentence(at: number, unit: number): boolean {
    const next = this.low.charCodeAt(at + 1);
    if (next === unit || next === 0x21 || next === 0x3f || next === 0x2e) return false;
    const previous = this.low.charCodeAt(at - 1);
    if (unit !== 0x2e)
      return Number.isNaN(next) || next === 0x20 || next === 0x0a || isUpper(this.text.charCodeAt(at + 1));
    if (isDigit(previous) && at - this.start <= 3) return false;
    if (Number.isNaN(next) || next === 0x0a) return true;
    if (next !== 0x20 && next !== 0x22) return this.isGluedSentence(at);
    let from = at;
    while (from > this.start && at - from < 9 && isLetter(this.low.charCodeAt(from - 1))) from--;
    if (at - from === 1 && isUpper(this.text.charCodeAt(from))) return false;
    const word = this.low.slice(from, at);
    return word === 'etc' || !DOTTED_ABBREVIATIONS.has(word);
  }

  /** «…de l'emploi.Nous recherchons» but not «Node.js», «S.A.R.L». */
  private isGluedSentence(at: number): boolean {
    const { text } = this;
    const before = text.charCodeAt(at - 1);
    return (
      (isLower(before) || before === 0x29) &&
      isUpper(text.charCodeAt(at + 1)) &&
      (isLower(text.charCodeAt(at + 2)) || text.charCodeAt(at + 2) === 0x27 || text.charCodeAt(at + 2) === 0x20)
    );
  }

  /** An item whose line break was lost: «RigueurAutonomie», «PostgreSQLDéployer des services», «(congés)Veille». */
  private isGlued(at: number): boolean {
    const { text } = this;
    if (!isUpper(text.charCodeAt(at))) return false;
    const before = text.charCodeAt(at - 1);
    const after = text.charCodeAt(at + 1);
    if (before === 0x29 || before === 0x3a) return isLower(after) || after === 0x27;
    if (isLower(before)) {
      const opensWord = (isLower(after) && isLower(text.charCodeAt(at + 2))) || after === 0x27 || after === 0x2019;
      return opensWord && isLower(text.charCodeAt(at - 2)) && !this.isName(at);
    }
    return isUpper(before) && isLower(after) && this.endsCapitals(at);
  }

  private isName(at: number): boolean {
    let from = at;
    while (from > this.start && at - from < 16 && isLetter(this.low.charCodeAt(from - 1))) from--;
    let to = at;
    while (to - at < 16 && isLetter(this.low.charCodeAt(to))) to++;
    return INNER_CAPITALS.has(this.low.slice(from, to));
  }

  private endsCapitals(at: number): boolean {
    let capitals = 0;
    while (capitals < 12 && isUpper(this.text.charCodeAt(at - 1 - capitals))) capitals++;
    let to = at + 1;
    while (to - at < 20 && isLower(this.text.charCodeAt(to))) to++;
    const word = this.low.slice(at, to);
    if (word === 'server' || this.isName(at)) return false;
    return (capitals >= 4 && to - at >= 4) || (capitals >= 2 && to - at >= 6 && VERB_OR_ACT.test(word));
  }
}

// Bounded repeats: the pattern reads on beyond the unit, and a megabyte of blanks must not be read for every unit.
const LIST_MARKER =
  /(?:[-+>o~·=]{1,9} {1,20}|(?:[\u2190-\u21ff\u2300-\u2bff]|[\ud83c-\ud83e][\udc00-\udfff]|\ufe0f|\d?\ufe0f?\u20e3)[\ufe0f ]{0,9}|[-+>~·]{1,9}(?=[a-z0-9])|\(?\d{1,2} ?[.)/-](?!\d) {0,9}-? {0,9}|[a-h]\) {0,9}|#{1,6} {0,9}){1,9}/y;
const VERB_OR_ACT = /(?:er|ir|re|tion|age|ment)$/;
