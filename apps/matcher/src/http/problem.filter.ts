import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { Logger } from '@passerelle/telemetry';
import type { Request, Response } from 'express';
import { Problem } from './problem';
import { problemOf } from './problem-of';

/** Methods that the API has at a path; empty where it has none. */
export type AllowedMethods = (path: string) => readonly string[];

/** Answers every error of the HTTP API as `application/problem+json`. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly logger: Logger,
    private readonly allowedMethods: AllowedMethods,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    const problem =
      this.withMethods(problemOf(error), request) ?? new Problem(500, 'Something went wrong on our side.');
    if (problem.status >= 500) this.logger.error('request failed', { method: request.method, error });
    if (response.headersSent) {
      response.destroy();
      return;
    }
    response.status(problem.status);
    for (const [header, value] of Object.entries(problem.extras.headers ?? {})) response.setHeader(header, value);
    response.setHeader('content-type', 'application/problem+json; charset=utf-8');
    response.end(JSON.stringify(problem.body(request.path)));
  }

  /** The router knows paths and methods together only: a known path asked for with another method is no 404. */
  private withMethods(problem: Problem | null, { method, path }: Request): Problem | null {
    if (problem?.status !== 404) return problem;
    const allowed = this.allowedMethods(path);
    if (allowed.length === 0 || allowed.includes(method)) return problem;
    return new Problem(405, `This path takes ${allowed.join(', ')}.`, { headers: { allow: allowed.join(', ') } });
  }
}
