import type { NextFunction, Request, Response } from 'express';
import { Problem } from './problem';

const NOT_JSON = { field: '(root)', reason: 'Must be JSON.' };

/** Stands behind the body parser: Nest would make its error a plain 400 whose message quotes the body. */
export function malformedJson(error: unknown, _request: Request, _response: Response, next: NextFunction): void {
  const isMalformed = (error as { type?: unknown }).type === 'entity.parse.failed';
  next(isMalformed ? new Problem(400, 'The body is not valid JSON.', { errors: [NOT_JSON] }) : error);
}
