/** One field that is wrong. Neither part ever quotes the value, which may be personal data. */
export interface Violation {
  /** Path in the input, for example `languages[0].level`; `(root)` for the input as a whole. At most 120 characters. */
  readonly field: string;
  /** One English sentence. */
  readonly reason: string;
}

const MAX_VIOLATIONS = 100;
const MAX_FIELD_LENGTH = 120;
const FIELDS_IN_MESSAGE = 5;

const clip = (field: string): string =>
  field.length <= MAX_FIELD_LENGTH ? field : `${field.slice(0, MAX_FIELD_LENGTH - 1)}…`;

/**
 * Input that breaks its contract, with every field that is wrong. Bounded whatever came in: the first 100 violations are
 * listed, `omitted` counts the others.
 */
export class InvalidInputError extends Error {
  override readonly name: string = 'InvalidInputError';
  readonly violations: readonly Violation[];
  /** Violations found beyond those listed. */
  readonly omitted: number;

  /** @param subject What was expected, for example `offer event`. */
  constructor(
    readonly subject: string,
    violations: readonly Violation[],
  ) {
    const listed = violations.slice(0, MAX_VIOLATIONS).map(({ field, reason }) => ({ field: clip(field), reason }));
    const named = listed.slice(0, FIELDS_IN_MESSAGE).map(({ field }) => field);
    const more = violations.length - named.length;
    super(`Invalid ${subject}: ${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}`);
    this.violations = listed;
    this.omitted = violations.length - listed.length;
  }
}

/** An event, tombstone or outside offer that breaks its contract: it belongs in the dead-letter topic. */
export class InvalidEventError extends InvalidInputError {
  override readonly name = 'InvalidEventError';
}
