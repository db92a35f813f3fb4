import type { OpenAPIObject } from '@nestjs/swagger';

/** A JSON Schema, as OpenAPI 3.1 takes it. */
export type Schema = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>[string];

export const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });

export const string = (description?: string): Schema => ({ type: 'string', ...(description ? { description } : {}) });

export const number = (description?: string, range: { minimum?: number; maximum?: number } = {}): Schema => ({
  type: 'number',
  ...(description ? { description } : {}),
  ...range,
});

export const integer = (description?: string, minimum = 0): Schema => ({
  type: 'integer',
  minimum,
  ...(description ? { description } : {}),
});

export const share = (description: string): Schema => number(description, { minimum: 0, maximum: 1 });

export const oneOf = (...values: readonly string[]): Schema => ({ type: 'string', enum: [...values] });

export const list = (items: Schema, description?: string): Schema => ({
  type: 'array',
  items,
  ...(description ? { description } : {}),
});

export const orNull = (schema: Schema): Schema => ({ anyOf: [schema, { type: 'null' }] });

/** An object with these properties and no other. */
export function object(
  required: Readonly<Record<string, Schema>>,
  optional: Readonly<Record<string, Schema>> = {},
): Schema {
  return {
    type: 'object',
    properties: { ...required, ...optional },
    required: Object.keys(required),
    additionalProperties: false,
  };
}
