import { randomUUID } from 'node:crypto';
import type { Logger, Metrics } from '@passerelle/telemetry';
import type { NextFunction, Request, Response } from 'express';

const METHODS = new Set(['GET', 'HEAD', 'PUT', 'POST', 'DELETE', 'OPTIONS', 'PATCH']);

/** Measures and logs each request by its route's pattern: paths hold identifiers. */
export function requestLog(logger: Logger, metrics: Metrics) {
  const duration = metrics.duration('http_request', 'Time from a request to the end of its answer', [
    'method',
    'route',
    'status',
  ]);
  return (request: Request, response: Response, next: NextFunction): void => {
    const requestId = randomUUID();
    const end = duration.start();
    response.setHeader('x-request-id', requestId);
    response.once('close', () => {
      const method = METHODS.has(request.method) ? request.method : 'OTHER';
      const route = routeOf(request);
      const status = response.writableFinished ? response.statusCode : 499;
      const seconds = end({ method, route, status: String(status) });
      logger.debug('request', { requestId, method, route, status, durationMs: Math.round(seconds * 1_000) });
    });
    next();
  };
}

function routeOf({ route }: Request): string {
  const path = (route as { path?: unknown } | undefined)?.path;
  return typeof path === 'string' ? path : 'none';
}
