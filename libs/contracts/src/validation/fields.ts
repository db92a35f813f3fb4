import 'reflect-metadata';
import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Expose, Transform, Type } from 'class-transformer';
import { ValidateBy, ValidateIf, ValidateNested } from 'class-validator';
import type { Rule } from './rules';

/** Items of any list of ours, at most. */
export const MAX_ITEMS = 200;
export const NOT_AN_OBJECT = 'Must be an object.';
const REQUIRED = 'Is required.';
const NOT_A_LIST = `Must be an array of at most ${MAX_ITEMS} items.`;

const ITEM_RULE = Symbol('item rule');

/** Public description of a field. `optional` fields may be absent or null, which is the same. */
interface FieldOptions {
  readonly description: string;
  readonly optional?: boolean;
}

type Constructor = new () => object;

const isMissing = (value: unknown): boolean => value === undefined || value === null;
const isPlainObject = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);
const isList = (value: unknown): boolean => Array.isArray(value) && value.length <= MAX_ITEMS;

/** Exposes the property to class-transformer, documents it, and checks it with one constraint that gives one sentence. */
function field(
  name: string,
  test: (value: unknown) => boolean,
  reason: string,
  schema: ApiPropertyOptions,
  { description, optional = false }: FieldOptions,
): PropertyDecorator {
  return applyDecorators(
    Expose(),
    ApiProperty({ ...schema, description, required: !optional } as ApiPropertyOptions),
    ...(optional
      ? [Transform(({ value }: { value: unknown }) => value ?? undefined), ValidateIf((_, value) => !isMissing(value))]
      : []),
    ValidateBy({
      name,
      validator: {
        validate: test,
        defaultMessage: (args) => (isMissing(args?.value) ? REQUIRED : reason),
      },
    }),
  );
}

/** A property that holds one plain value. */
export function Field(rule: Rule, options: FieldOptions): PropertyDecorator {
  return field('field', rule.test, rule.reason, rule.schema, options);
}

/** A property that holds at most 200 plain values under one rule. */
export function ListField(rule: Rule, options: FieldOptions): PropertyDecorator {
  return applyDecorators(
    Reflect.metadata(ITEM_RULE, rule),
    field(
      'list',
      (value) => isList(value) && (value as unknown[]).every(rule.test),
      NOT_A_LIST,
      { ...rule.schema, isArray: true, maxItems: MAX_ITEMS },
      options,
    ),
  );
}

/** The rule of the items of a list property, if it has one. */
export function itemRuleOf(target: object, property: string): Rule | undefined {
  return Reflect.getMetadata(ITEM_RULE, target, property) as Rule | undefined;
}

// Swagger takes a function for a lazy type by its name, `type`, which the literal below gives it.
const lazy = (type: () => Constructor): Pick<ApiPropertyOptions, 'type'> => ({ type: () => type() });

/** A property that holds an object of its own class. */
export function ObjectField(type: () => Constructor, options: FieldOptions): PropertyDecorator {
  return applyDecorators(
    Type(type),
    field('object', isPlainObject, NOT_AN_OBJECT, lazy(type) as ApiPropertyOptions, options),
    ValidateNested(),
  );
}

// class-validator would look for objects inside nested arrays, and let `undefined` pass: null is refused at its place.
const refuseNestedLists = (value: unknown): unknown =>
  Array.isArray(value) ? Array.from(value, (item: unknown) => (Array.isArray(item) ? null : (item ?? null))) : value;

/** A property that holds at most 200 objects of one class. */
export function ObjectListField(type: () => Constructor, options: FieldOptions): PropertyDecorator {
  return applyDecorators(
    Type(type),
    Transform(({ value }: { value: unknown }) => refuseNestedLists(value)),
    field(
      'list',
      isList,
      NOT_A_LIST,
      { ...lazy(type), isArray: true, maxItems: MAX_ITEMS } as ApiPropertyOptions,
      options,
    ),
    ValidateNested({ message: NOT_AN_OBJECT }),
  );
}
