import type { PipeTransform } from '@nestjs/common';

/** Reads a body or a query with a parser that throws `InvalidInputError`. */
export class Parse<T> implements PipeTransform<unknown, T> {
  constructor(private readonly parse: (input: unknown) => T) {}

  transform(input: unknown): T {
    return this.parse(input);
  }
}
