import { ApiProperty } from '@nestjs/swagger';
import type { Violation } from '../validation/invalid-input-error';

/** One wrong field of a request. */
class ProblemField implements Violation {
  @ApiProperty({ example: 'languages[0].level' })
  field!: string;

  @ApiProperty({ description: 'One English sentence.' })
  reason!: string;
}

/** Body of every error of the HTTP API, `application/problem+json` (RFC 9457). */
export class ProblemDetails {
  @ApiProperty({ description: 'URI that names the kind of problem.', example: 'about:blank' })
  type!: string;

  @ApiProperty()
  title!: string;

  @ApiProperty({ type: 'integer', minimum: 400, maximum: 599 })
  status!: number;

  @ApiProperty()
  detail!: string;

  @ApiProperty({ description: 'Path of the request.' })
  instance!: string;

  @ApiProperty({ type: () => ProblemField, isArray: true, required: false, description: 'Every field that is wrong.' })
  errors?: readonly Violation[];

  constructor(fields: Readonly<Pick<ProblemDetails, keyof ProblemDetails>>) {
    Object.assign(this, fields);
  }
}
