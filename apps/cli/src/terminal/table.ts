import Table from 'cli-table3';

interface TableOptions {
  /**
   * Widths of the columns in characters, borders and padding left out; longer cells wrap, and wide columns shrink to fit
   * the terminal. As wide as needed by default.
   */
  readonly widths?: readonly number[];
  /** A rule between rows, for rows of many lines. */
  readonly ruled?: boolean;
}

const PADDING = 2;
const NARROW = 12;
/** Where nobody says how wide it is: a file, a pipe. */
const COLUMNS = 140;
const NUMERIC = /^[-–+\d.,\s%×]*$/u;

/** A plain table; numbers to the right. */
export function table(
  head: readonly string[],
  rows: readonly (readonly (string | number)[])[],
  { widths, ruled = false }: TableOptions = {},
): string {
  const numeric = head.map((_, column) => {
    const cells = rows.map((row) => String(row[column] ?? ''));
    return cells.every((cell) => NUMERIC.test(cell)) && cells.some((cell) => /\d/u.test(cell));
  });
  const drawn = new Table({
    head: [...head],
    colAligns: numeric.map((right) => (right ? 'right' : 'left')),
    // The library colours by rules of its own; colours come with the cells instead.
    style: { head: [], border: [], compact: !ruled },
    wordWrap: true,
    ...(widths ? { colWidths: fitted(widths, process.stdout.columns || COLUMNS).map((width) => width + PADDING) } : {}),
  });
  drawn.push(...rows.map((row) => row.map(String)));
  return drawn.toString();
}

/** Widths that fit into a terminal: columns that are not narrow already give way in proportion. */
export function fitted(widths: readonly number[], columns: number): number[] {
  const borders = widths.length * (PADDING + 1) + 1;
  const narrow = widths.filter((width) => width <= NARROW).reduce((sum, width) => sum + width, 0);
  const wide = widths.reduce((sum, width) => sum + width, 0) - narrow;
  const room = Math.min(1, (columns - borders - narrow) / wide);
  return widths.map((width) => (width <= NARROW ? width : Math.max(NARROW, Math.floor(width * room))));
}

/** Three decimals, as quality figures are quoted. */
export function share(value: number): string {
  return value.toFixed(3);
}
