import { InvalidInputError, type Violation } from '@passerelle/contracts';

const MAX_PREFIX = 100;
const MAX_LIMIT = 100;
const DEFAULT_LIMIT = 20;

/** @throws InvalidInputError naming every parameter that is wrong. */
export function parseSearch({ prefix, limit = `${DEFAULT_LIMIT}` }: Readonly<Record<string, unknown>>): {
  readonly prefix: string;
  readonly limit: number;
} {
  const isPrefix = typeof prefix === 'string' && prefix.trim() !== '' && prefix.length <= MAX_PREFIX;
  const isLimit = typeof limit === 'string' && /^[1-9]\d{0,2}$/.test(limit) && Number(limit) <= MAX_LIMIT;
  if (isPrefix && isLimit) return { prefix, limit: Number(limit) };
  const violations: readonly Violation[] = [
    ...(isPrefix ? [] : [{ field: 'prefix', reason: `Must be a text of 1 to ${MAX_PREFIX} characters.` }]),
    ...(isLimit ? [] : [{ field: 'limit', reason: `Must be an integer from 1 to ${MAX_LIMIT}.` }]),
  ];
  throw new InvalidInputError('search', violations);
}
