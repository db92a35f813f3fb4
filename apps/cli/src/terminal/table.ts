import Table from 'cli-table3';

export interface TableOptions {
  /** Widths of the columns in characters, borders and padding left out; longer cells wrap. As wide as needed by default. */
  readonly widths?: readonly number[];
}

const PADDING = 2;

/** A plain table; numbers to the right. */
export function table(
  head: readonly string[],
  rows: readonly (readonly (string | number)[])[],
  { widths }: TableOptions = {},
): string {
  const numeric = head.map((_, column) => rows.every((row) => /^[-–+\d.,\s%×]*$/u.test(String(row[column] ?? ''))));
  const drawn = new Table({
    head: [...head],
    colAligns: numeric.map((right) => (right ? 'right' : 'left')),
    // The library colours by rules of its own; colours come with the cells instead.
    style: { head: [], border: [], compact: widths === undefined },
    wordWrap: true,
    ...(widths ? { colWidths: widths.map((width) => width + PADDING) } : {}),
  });
  drawn.push(...rows.map((row) => row.map(String)));
  return drawn.toString();
}

/** Three decimals, as quality figures are quoted. */
export function share(value: number): string {
  return value.toFixed(3);
}
