import type { Violation } from './invalid-input-error';

const MAX_DEPTH = 16;
const MAX_NODES = 20_000;
/** Keys by which a careless copy would reach the prototype of every object. */
const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

const IDENTIFIER = /^[A-Za-z_][A-Za-z0-9_]{0,40}$/;

const join = (path: string, key: string): string => {
  const name = IDENTIFIER.test(key) ? key : JSON.stringify(key.slice(0, 40));
  return path === '' ? name : `${path}.${name}`;
};

function fitsJson(value: unknown): boolean {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return Object.prototype.toString.call(value) === '[object Object]';
  }
  return typeof value !== 'function' && typeof value !== 'symbol' && typeof value !== 'bigint';
}

/**
 * Looks at the shape alone, before any library walks the input: nesting of at most 16 levels, at most 20,000 values, no
 * key that reaches a prototype, nothing that JSON cannot hold. Numbers are left to the rules of their fields.
 */
export function structureViolations(input: unknown): readonly Violation[] {
  const violations: Violation[] = [];
  const pending: { readonly value: unknown; readonly path: string; readonly depth: number }[] = [
    { value: input, path: '', depth: 0 },
  ];
  let nodes = 0;
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { value, path, depth } = next;
    nodes += 1;
    if (nodes > MAX_NODES) {
      violations.push({ field: '(root)', reason: `Must hold at most ${MAX_NODES} values in all.` });
      return violations;
    }
    const field = path === '' ? '(root)' : path;
    if (!fitsJson(value)) {
      violations.push({ field, reason: 'Must be a value that JSON can hold.' });
      continue;
    }
    if (typeof value !== 'object' || value === null) continue;
    if (depth >= MAX_DEPTH) {
      violations.push({ field, reason: `Must be nested at most ${MAX_DEPTH} levels deep.` });
      continue;
    }
    if (Array.isArray(value)) {
      if (value.length > MAX_NODES) {
        violations.push({ field, reason: `Must hold at most ${MAX_NODES} values in all.` });
        continue;
      }
      value.forEach((item: unknown, index) =>
        pending.push({ value: item, path: `${path}[${index}]`, depth: depth + 1 }),
      );
      continue;
    }
    for (const [key, item] of Object.entries(value)) {
      const place = join(path, key);
      if (FORBIDDEN_KEYS.has(key)) violations.push({ field: place, reason: 'Is a key that no input may use.' });
      else pending.push({ value: item, path: place, depth: depth + 1 });
    }
  }
  return violations;
}
