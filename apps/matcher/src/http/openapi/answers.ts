import { applyDecorators } from '@nestjs/common';
import { ApiResponse, getSchemaPath } from '@nestjs/swagger';
import { ProblemDetails } from '@passerelle/contracts';
import { ref } from './schema';

/** Documents an answer by the name of its schema. */
export function Answers(status: number, schema: string, description: string): MethodDecorator {
  return ApiResponse({ status, description, content: { 'application/json': { schema: ref(schema) } } });
}

const REASONS: Readonly<Record<number, string>> = {
  400: 'Something in the request is wrong; `errors` names every field.',
  401: 'No API key, or an unknown one.',
  404: 'There is no such thing.',
  409: 'A newer version is known, or this one with another content.',
  413: 'The body is too large.',
  415: 'The body has a type that is not taken here.',
  422: 'The document cannot be read.',
};

/** Documents the problems that an operation may answer with. */
export function Refuses(...statuses: readonly number[]): MethodDecorator & ClassDecorator {
  return applyDecorators(
    ...statuses.map((status) =>
      ApiResponse({
        status,
        description: REASONS[status] ?? 'A problem.',
        content: { 'application/problem+json': { schema: { $ref: getSchemaPath(ProblemDetails) } } },
      }),
    ),
  );
}
