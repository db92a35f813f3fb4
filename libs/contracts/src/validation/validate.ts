import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import { itemRuleOf, MAX_ITEMS, NOT_AN_OBJECT } from './fields';
import type { Violation } from './invalid-input-error';
import { structureViolations } from './structure';

const ITEM = /^\d+$/;

function fieldOf(parent: string, property: string): string {
  if (ITEM.test(property)) return `${parent}[${property}]`;
  return parent === '' ? property : `${parent}.${property}`;
}

function itemViolations(error: ValidationError, field: string): readonly Violation[] {
  const { target, value } = error as { target?: object; value?: unknown };
  const rule = target === undefined ? undefined : itemRuleOf(target, error.property);
  if (rule === undefined || !Array.isArray(value) || value.length > MAX_ITEMS) return [];
  return value.flatMap((item: unknown, index) =>
    rule.test(item) ? [] : [{ field: `${field}[${index}]`, reason: rule.reason }],
  );
}

function violationsOf(errors: readonly ValidationError[], parent: string): readonly Violation[] {
  return errors.flatMap((error) => {
    const field = fieldOf(parent, error.property);
    const items = itemViolations(error, field);
    if (items.length > 0) return items;
    const [reason] = Object.values(error.constraints ?? {});
    if (reason !== undefined) return [{ field, reason }];
    return violationsOf(error.children ?? [], field);
  });
}

// Class fields leave an own `undefined` for each optional field: a copy or a clone would carry them on.
function dropUnset(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, item] of Object.entries(value)) {
    if (item === undefined) Reflect.deleteProperty(value, key);
    else dropUnset(item);
  }
}

/**
 * Reads `input` as a `type` whose properties carry the field decorators. Unknown fields are ignored and never copied.
 * Returns the instance, holding only fields that were given, or every violation found.
 */
export function validate<T extends object>(
  type: new () => T,
  input: unknown,
): { readonly value: T } | { readonly violations: readonly Violation[] } {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    return { violations: [{ field: '(root)', reason: NOT_AN_OBJECT }] };
  }
  const structure = structureViolations(input);
  if (structure.length > 0) return { violations: structure };
  const value = plainToInstance(type, input, { excludeExtraneousValues: true, exposeUnsetFields: false });
  const violations = violationsOf(validateSync(value, { stopAtFirstError: true }), '');
  if (violations.length > 0) return { violations };
  dropUnset(value);
  return { value };
}
