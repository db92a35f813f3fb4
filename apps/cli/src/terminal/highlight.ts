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

/**
 * The text with its spans in colour, or between brackets where there are no colours, each followed by its marks. Spans may
 * overlap: the first of the list gives the colour.
 */
export function highlight(text: string, highlights: readonly Highlight[], style: Style): string {
  const spans = merged(highlights);
  const cuts = [...new Set([0, text.length, ...spans.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b);
  return cuts
    .map((from, index) => {
      const part = text.slice(from, cuts[index + 1] ?? from);
      const closing = spans
        .filter(({ end }) => end === from)
        .map(({ marks }) => marks.map(superscript).join('·'))
        .map((marks) => (style.coloured ? style('dim', marks) : `]${marks}`));
      const opening = style.coloured ? '' : '['.repeat(spans.filter(({ start }) => start === from).length);
      const first = spans.find(({ start, end }) => start <= from && from < end);
      return closing.join(style.coloured ? '·' : '') + opening + (first ? linewise(part, first.format, style) : part);
    })
    .join('');
}

/** One span for all that prove something by the very same words. */
function merged(highlights: readonly Highlight[]): (Omit<Highlight, 'mark'> & { readonly marks: number[] })[] {
  const spans = new Map<string, Omit<Highlight, 'mark'> & { readonly marks: number[] }>();
  for (const { start, end, mark, format } of highlights) {
    const known = spans.get(`${start} ${end}`);
    if (known === undefined) spans.set(`${start} ${end}`, { start, end, format, marks: [mark] });
    else if (!known.marks.includes(mark)) known.marks.push(mark);
  }
  return [...spans.values()];
}

function superscript(value: number): string {
  return String(value).replace(/\d/gu, (digit) => SUPERSCRIPTS[Number(digit)] ?? digit);
}

/** A colour that runs over a line end would colour the margin of some terminals. */
function linewise(part: string, format: Format, style: Style): string {
  return part
    .split('\n')
    .map((line) => style(format, line))
    .join('\n');
}
