import type { ApiPropertyOptions } from '@nestjs/swagger';
import { isInt, isISO6391, isNumber, isString } from 'class-validator';

/** What one plain value must be, said once for the validator, for the reader of an error and for the OpenAPI document. */
export interface Rule {
  readonly test: (value: unknown) => boolean;
  /** One English sentence; never quotes the value. */
  readonly reason: string;
  readonly schema: ApiPropertyOptions;
}

/** Lengths are in UTF-16 code units. */
export function text(min: number, max: number): Rule {
  return {
    test: (value) => isString(value) && value.length >= min && value.length <= max,
    reason: `Must be a text of ${min} to ${max} characters.`,
    schema: { type: String, minLength: min, maxLength: max },
  };
}

export function matching(pattern: RegExp, expected: string): Rule {
  return {
    test: (value) => isString(value) && pattern.test(value),
    reason: `Must be ${expected}.`,
    schema: { type: String, pattern: pattern.source },
  };
}

export function integer(min: number, max: number = Number.MAX_SAFE_INTEGER): Rule {
  const range = max === Number.MAX_SAFE_INTEGER ? `of at least ${min}` : `from ${min} to ${max}`;
  return {
    test: (value) => isInt(value) && (value as number) >= min && (value as number) <= max,
    reason: `Must be an integer ${range}.`,
    schema: { type: 'integer', minimum: min, maximum: max },
  };
}

export function decimal(min: number, max: number): Rule {
  return {
    test: (value) => isNumber(value) && value >= min && value <= max,
    reason: `Must be a number from ${min} to ${max}.`,
    schema: { type: Number, minimum: min, maximum: max },
  };
}

export function oneOf(values: readonly string[]): Rule {
  return {
    test: (value) => isString(value) && values.includes(value),
    reason: `Must be one of ${values.join(', ')}.`,
    schema: { enum: [...values] },
  };
}

export const boolean: Rule = {
  test: (value) => typeof value === 'boolean',
  reason: 'Must be true or false.',
  schema: { type: Boolean },
};

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?Z$/;

/** An instant in UTC; days that no calendar has are refused although `Date` would roll them over. */
export const instant: Rule = {
  test: (value) => {
    if (!isString(value) || !INSTANT.test(value)) return false;
    const time = Date.parse(value);
    return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 19) === value.slice(0, 19);
  },
  reason: 'Must be an ISO 8601 instant in UTC, such as 2026-03-01T08:30:00Z.',
  schema: { type: String, format: 'date-time', pattern: INSTANT.source, example: '2026-03-01T08:30:00Z' },
};

export const languageCode: Rule = {
  test: (value) => isISO6391(value),
  reason: 'Must be an ISO 639-1 language code, such as fr.',
  schema: { type: String, pattern: '^[a-z]{2}$', example: 'en' },
};
