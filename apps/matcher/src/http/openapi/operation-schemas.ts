import { number, object, oneOf, type Schema, string } from './schema';

export const OPERATION_SCHEMAS: Readonly<Record<string, Schema>> = {
  HealthReport: object({
    status: oneOf('ok', 'failing'),
    checks: {
      type: 'object',
      additionalProperties: object({ status: oneOf('ok', 'failing'), durationMs: number() }, { reason: string() }),
    },
  }),
};
