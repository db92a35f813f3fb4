import type { Appellation } from '@passerelle/rome';
import { fold } from '@passerelle/text';

/** How French forms the feminine of a trade: endings of the masculine, and what takes their place. */
const ENDINGS: readonly (readonly [masculine: string, feminine: string])[] = [
  ['', 'e'],
  ['eur', 'euse'],
  ['teur', 'trice'],
  ['eur', 'eresse'],
  ['er', 'ere'],
  ['en', 'enne'],
  ['on', 'onne'],
  ['an', 'anne'],
  ['el', 'elle'],
  ['et', 'ette'],
  ['t', 'tte'],
  ['if', 'ive'],
  ['f', 've'],
  ['x', 'se'],
  ['c', 'que'],
  ['e', 'esse'],
];

/** Feminine names of trades that mean something else as often: «seconde main», «première», «pièce maîtresse». */
const OTHER_SENSES: ReadonlySet<string> = new Set(['seconde', 'premiere', 'maitresse', 'grande']);
const SHORTEST = 4;

/**
 * Both forms of the names of trades, as the appellations of the référentiel give them, so that a text says the same whoever
 * wrote it: «infirmière diplômée» is read as «infirmier diplômé».
 */
export class GenderForms {
  private readonly masculineOf = new Map<string, string>();

  constructor(appellations: readonly Pick<Appellation, 'forms'>[]) {
    for (const { forms } of appellations) {
      const [here = [], there = []] = forms.map((form) => fold(form).split(' '));
      if (here.length === there.length) here.forEach((word, place) => this.note(word, there[place]!, place));
    }
  }

  /** The text with feminine names of trades in the masculine; all else as it was. */
  masculine(text: string): string {
    return text.replace(/\p{L}+/gu, (word) => this.masculineOf.get(fold(word)) ?? word);
  }

  private note(one: string, other: string, place: number): void {
    if (one === other) return;
    if (isPair(other, one)) {
      this.note(other, one, place);
      return;
    }
    // Beyond the name itself only participles («diplômée»): an adjective («commerciale») also goes with things.
    if (!isPair(one, other) || one.length < SHORTEST || (place > 0 && !other.endsWith('ee'))) return;
    if (OTHER_SENSES.has(other)) return;
    this.masculineOf.set(other, one);
    this.masculineOf.set(`${other}s`, `${one}s`);
  }
}

function isPair(masculine: string, feminine: string): boolean {
  return ENDINGS.some(
    ([ending, instead]) =>
      masculine.endsWith(ending) && feminine === masculine.slice(0, masculine.length - ending.length) + instead,
  );
}
