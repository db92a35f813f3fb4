import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { CsvError, parse } from 'csv-parse/sync';
import { RomeFormatError } from '../errors';

/** `O`/`N` of the official files, `-` where they say nothing. */
export type FlagLetter = 'O' | 'N' | '-';

/** One line of an official file; every access names file, line and column when the value is not as it should be. */
export class Row<C extends string> {
  constructor(
    private readonly file: string,
    private readonly positions: ReadonlyMap<string, number>,
    private readonly values: readonly string[],
    readonly line: number,
  ) {}

  /** Trimmed value, possibly empty. */
  text(column: C): string {
    return repairControls(this.values[this.positions.get(column)!]!.trim());
  }

  required(column: C): string {
    const value = this.text(column);
    if (value === '') throw this.error(column, 'a value');
    if (/[\n\r\t]/.test(value)) throw this.error(column, 'a value on one line, without tabs', value);
    return value;
  }

  oneOf<V extends string>(column: C, allowed: readonly V[]): V {
    const value = this.text(column);
    const known = allowed.find((candidate) => candidate === value);
    if (known === undefined) {
      throw this.error(column, `one of ${allowed.map((entry) => entry || 'empty').join(', ')}`, value);
    }
    return known;
  }

  flag(column: C): FlagLetter {
    return this.oneOf(column, ['O', 'N', '']) || '-';
  }

  positive(column: C): number {
    const value = this.text(column);
    if (!/^[1-9]\d{0,8}$/.test(value)) throw this.error(column, 'a whole number above 0', value);
    return Number(value);
  }

  /** The entry that the value of `column` refers to; a code absent from `targets` is a dangling link. */
  link<T>(column: C, targets: ReadonlyMap<string, T>, expected: string): T {
    const code = this.required(column);
    const target = targets.get(code);
    if (target === undefined) throw this.error(column, expected, code);
    return target;
  }

  error(column: C, expected: string, found?: string): RomeFormatError {
    return new RomeFormatError({ file: this.file, line: this.line, column }, expected, found);
  }
}

/** One official CSV file, with the columns that are needed checked to be there. */
export class Table<C extends string> {
  constructor(
    readonly file: string,
    readonly rows: readonly Row<C>[],
  ) {}

  /** For what is wrong with the file as a whole. */
  error(expected: string): RomeFormatError {
    return new RomeFormatError({ file: this.file }, expected);
  }

  /** One entry a code, in file order; a code that comes twice is an error. */
  byCode<T>(column: C, entry: (row: Row<C>, code: string) => T): Map<string, T> {
    const entries = new Map<string, T>();
    for (const row of this.rows) {
      const code = row.required(column);
      if (entries.has(code)) throw row.error(column, 'a code that occurs once', code);
      entries.set(code, entry(row, code));
    }
    return entries;
  }
}

interface TableOptions {
  /**
   * `ascii` reads only columns of plain codes and so does not mind the encoding of the others: the NAF file of v4.60 is
   * in windows-1252 though its name says utf8.
   */
  readonly encoding?: 'utf8' | 'ascii';
}

export async function readTable<C extends string>(
  path: string,
  columns: readonly C[],
  options: TableOptions = {},
): Promise<Table<C>> {
  const file = basename(path);
  const bytes = await readFile(path).catch(() => {
    throw new RomeFormatError({ file }, 'the file to be there and readable');
  });
  const records = parseCsv(file, options.encoding === 'ascii' ? bytes.toString('latin1') : decodeUtf8(file, bytes));
  const header = records.shift();
  if (header === undefined) throw new RomeFormatError({ file, line: 1 }, 'a header line', '');
  const positions = new Map(header.record.map((name, position) => [name.trim(), position]));
  for (const column of columns) {
    if (!positions.has(column)) {
      throw new RomeFormatError({ file, line: 1, column }, 'this column', header.record.join(', '));
    }
  }
  let previousLine = header.info.lines;
  const rows = records.map(({ record, info }) => {
    const line = previousLine + 1;
    previousLine = info.lines;
    if (record.length !== header.record.length) {
      throw new RomeFormatError({ file, line }, `${header.record.length} columns`, String(record.length));
    }
    return new Row<C>(file, positions, record, line);
  });
  if (rows.length === 0) throw new RomeFormatError({ file, line: 2 }, 'at least one entry', '');
  return new Table(file, rows);
}

interface CsvRecord {
  readonly record: string[];
  readonly info: { readonly lines: number };
}

function parseCsv(file: string, text: string): CsvRecord[] {
  try {
    // With `info` the parser wraps each record, which its types do not say.
    return parse(text, {
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as CsvRecord[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error['lines'] === 'number' ? error['lines'] : null;
    throw new RomeFormatError({ file, line }, 'well-formed CSV', error.message);
  }
}

function decodeUtf8(file: string, bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new RomeFormatError({ file, line: firstLineNotUtf8(bytes) }, 'UTF-8 text');
  }
}

function firstLineNotUtf8(bytes: Buffer): number {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  for (let start = 0; start < bytes.length; line++) {
    const newline = bytes.indexOf(10, start);
    const end = newline < 0 ? bytes.length : newline;
    try {
      decoder.decode(bytes.subarray(start, end));
    } catch {
      return line;
    }
    start = end + 1;
  }
  return line;
}

// Windows-1252 from 0x80 to 0x9f; a space where nothing is assigned. Node 20's own decoder leaves these bytes as they are.
const WINDOWS_1252 = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

// Some official labels carry windows-1252 bytes that were converted to UTF-8 as if they were Latin-1 (U+0092 for ’).
function repairControls(text: string): string {
  return text.replace(/[\u0080-\u009f]/g, (char) => WINDOWS_1252[char.charCodeAt(0) - 0x80]!);
}
