/** A code that the référentiel does not hold: the caller's mistake, or a code of another ROME version. */
export class UnknownCodeError extends Error {
  override readonly name = 'UnknownCodeError';

  /**
   * @param code the code as it was asked for
   * @param expected what kind of code was expected, in words
   */
  constructor(
    readonly code: string,
    readonly expected: string,
  ) {
    super(`Unknown code «${code}»: expected ${expected}`);
  }
}

/** Where in a ROME file something is wrong. `line` counts from 1, the header included; null where no line is to blame. */
interface RomeFormatLocation {
  readonly file: string;
  readonly line?: number | null;
  readonly column?: string | null;
}

/** A ROME file, official or compiled, that is not what it should be. */
export class RomeFormatError extends Error {
  override readonly name = 'RomeFormatError';
  readonly file: string;
  readonly line: number | null;
  readonly column: string | null;

  /**
   * @param where file, line and column to blame
   * @param expected what should have been there, in words
   * @param found what is there instead, where that helps
   */
  constructor(
    where: RomeFormatLocation,
    readonly expected: string,
    found?: string,
  ) {
    const line = where.line ?? null;
    const column = where.column ?? null;
    const place = [where.file, line === null ? '' : `line ${line}`, column === null ? '' : `column ${column}`];
    super(
      `${place.filter((part) => part !== '').join(', ')}: expected ${expected}` +
        (found === undefined ? '' : `, found «${found}»`),
    );
    this.file = where.file;
    this.line = line;
    this.column = column;
  }
}
