import { createHash, timingSafeEqual } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';
import { Problem } from './problem';

/** Probes of an orchestrator carry no key, and the answer says nothing about anyone. */
const OPEN = /^\/health(\/|$)/i;

const digest = (key: string): Buffer => createHash('sha256').update(key).digest();

function keyOf(request: Request): string | undefined {
  const [, bearer] = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '') ?? [];
  const header = request.headers['x-api-key'];
  return bearer ?? (Array.isArray(header) ? header[0] : header);
}

/** Lets a request through that carries one of the keys; each is compared in full, whatever the first difference. */
export function requireApiKey(keys: readonly string[]) {
  const digests = keys.map(digest);
  return (request: Request, _response: Response, next: NextFunction): void => {
    if (digests.length === 0 || OPEN.test(request.path)) {
      next();
      return;
    }
    const given = digest(keyOf(request) ?? '');
    const isKnown = digests.map((known) => timingSafeEqual(known, given)).includes(true);
    if (isKnown) {
      next();
      return;
    }
    next(
      new Problem(401, 'Send an API key, as «Authorization: Bearer KEY» or «X-API-Key: KEY».', {
        headers: { 'www-authenticate': 'Bearer' },
      }),
    );
  };
}
