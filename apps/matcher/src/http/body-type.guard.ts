import { type CanActivate, type ExecutionContext, mixin, type Type } from '@nestjs/common';
import type { Request } from 'express';
import { Problem } from './problem';

export const NDJSON_TYPES = ['application/x-ndjson', 'application/ndjson', 'application/jsonl'];
export const JSON_TYPES = ['application/json', 'application/*+json'];

/** Refuses a body of any other content type; a request without a body goes on to be told what it lacks. */
export function takes(types: readonly string[]): Type<CanActivate> {
  class BodyTypeGuard implements CanActivate {
    canActivate(context: ExecutionContext): boolean {
      const request = context.switchToHttp().getRequest<Request>();
      if (request.is([...types]) !== false) return true;
      throw new Problem(415, `The body must be ${types.join(' or ')}.`, { headers: { accept: types.join(', ') } });
    }
  }
  return mixin(BodyTypeGuard);
}
