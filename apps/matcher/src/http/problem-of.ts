import { HttpException } from '@nestjs/common';
import { InvalidInputError } from '@passerelle/contracts';
import { UnknownDocumentError } from '@passerelle/matching';
import { UnknownCodeError } from '@passerelle/rome';
import { Problem, notFound } from './problem';

/** What the body parser and the router say of a request that they refuse. Their own messages may quote it. */
const DETAILS: Readonly<Record<number, string>> = {
  400: 'The request cannot be read: its path, query or body is malformed.',
  404: 'There is nothing at this path.',
  413: 'The body is too large.',
  415: 'The body has a content type, charset or encoding that is not taken here.',
};

/** The problem to answer with for any error; null for one that is our own fault. */
export function problemOf(error: unknown): Problem | null {
  if (error instanceof Problem) return error;
  if (error instanceof InvalidInputError) return new Problem(400, `${error.message}.`, { errors: error.violations });
  if (error instanceof UnknownDocumentError) return notFound(error.key.kind, error.key.id);
  if (error instanceof UnknownCodeError) return new Problem(404, 'There is no such code in this version of ROME.');
  const status = statusOf(error);
  if (status < 400 || status > 499) return null;
  return new Problem(status, DETAILS[status] ?? 'The request cannot be handled.');
}

function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  if (error instanceof URIError) return 400;
  const status = (error as { status?: unknown } | null)?.status;
  return typeof status === 'number' ? status : 500;
}
