import { STATUS_CODES } from 'node:http';
import { ProblemDetails, type Violation } from '@passerelle/contracts';

/** Something to answer a caller with, as RFC 9457 says it. `detail` never quotes what was sent. */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(
    readonly status: number,
    readonly detail: string,
    readonly extras: {
      readonly errors?: readonly Violation[];
      readonly headers?: Readonly<Record<string, string>>;
    } = {},
  ) {
    super(detail);
  }

  /** @param instance Path of the request. */
  body(instance: string): ProblemDetails {
    const { errors } = this.extras;
    return new ProblemDetails({
      type: 'about:blank',
      title: STATUS_CODES[this.status] ?? 'Error',
      status: this.status,
      detail: this.detail,
      instance,
      ...(errors ? { errors } : {}),
    });
  }
}

export const notFound = (kind: string, id: string): Problem => new Problem(404, `There is no ${kind} ${id}.`);
