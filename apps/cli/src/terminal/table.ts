import Table from 'cli-table3';

/** A plain table; numbers to the right. */
export function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const numeric = head.map((_, column) => rows.every((row) => /^[-–\d.,\s%×]*$/u.test(String(row[column] ?? ''))));
  const drawn = new Table({
    head: [...head],
    colAligns: numeric.map((right) => (right ? 'right' : 'left')),
    style: { head: ['bold'], border: ['grey'], compact: true },
    wordWrap: true,
  });
  drawn.push(...rows.map((row) => row.map(String)));
  return drawn.toString();
}

/** Three decimals, as quality figures are quoted. */
export function share(value: number): string {
  return value.toFixed(3);
}
