import type { Format, Style } from './style';

/** A span of a text to bring out, in UTF-16 code units, end exclusive. */
export interface Highlight {
  readonly start: number;
  readonly end: number;
  /** What it proves, set behind the span: a number of a list above. */
  readonly mark: number;
  readonly format: Format;
}

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

export function superscript(value: number): string {
  return [...String(value)].map((digit) => SUPERSCRIPTS[Number(digit)] ?? digit).join('');
}

/**
 * The text with its spans in colour, or between brackets where there are no colours, each followed by its mark. Spans may
 * overlap: the first of the list gives the colour.
 */
export function highlight(text: string, spans: readonly Highlight[], style: Style): string {
  const cuts = [...new Set([0, text.length, ...spans.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b);
  return cuts
    .map((from, index) => {
      const part = text.slice(from, cuts[index + 1] ?? from);
      const ending = [...new Set(spans.filter(({ end }) => end === from).map(({ mark }) => superscript(mark)))];
      const closing = ending.map((mark) => (style.coloured ? style('dim', mark) : `]${mark}`)).join(' ');
      const starting = [...new Set(spans.filter(({ start }) => start === from).map(({ mark }) => mark))];
      const opening = style.coloured ? '' : '['.repeat(starting.length);
      const first = spans.find(({ start, end }) => start <= from && from < end);
      return closing + opening + (first ? linewise(part, first.format, style) : part);
    })
    .join('');
}

/** A colour that runs over a line end would colour the margin of some terminals. */
function linewise(part: string, format: Format, style: Style): string {
  return part
    .split('\n')
    .map((line) => style(format, line))
    .join('\n');
}
