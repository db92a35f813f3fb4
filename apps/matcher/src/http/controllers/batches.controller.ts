import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { applyDecorators, Controller, HttpCode, Inject, Post, Query, Req, Res, UseGuards } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOperation, ApiQuery, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { DocumentKind } from '@passerelle/contracts';
import type { Logger } from '@passerelle/telemetry';
import type { Request, Response } from 'express';
import { LOGGER } from '../../tokens';
import { batch, type BatchOutcome, FORMATS } from '../batch';
import { NDJSON_TYPES, takes } from '../body-type.guard';
import { parseFormat } from '../format';
import { Refuses } from '../openapi/answers';
import { ref } from '../openapi/schema';
import { Submissions } from '../submissions';

const [NDJSON = ''] = NDJSON_TYPES;
const LINES = { content: { [NDJSON]: { schema: ref('BatchOutcome') } } };
const Lines = (what: string): MethodDecorator =>
  applyDecorators(
    ApiConsumes(NDJSON),
    ApiBody({ required: true, schema: { type: 'string', description: `One ${what} per line. Read while you write.` } }),
  );

@ApiTags('batches')
@Refuses(400, 401, 415)
@UseGuards(takes(NDJSON_TYPES))
@Controller('v1/batches')
export class BatchesController {
  constructor(
    private readonly submissions: Submissions,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  @Post('offers')
  @HttpCode(200)
  @ApiOperation({ summary: 'Appends offers to the event log, one JSON object per line, as fast as they come' })
  @ApiQuery({ name: 'format', required: false, schema: { type: 'string', enum: [...FORMATS], default: FORMATS[0] } })
  @Lines('offer')
  @ApiResponse({ status: 200, description: 'One outcome per line, as it goes; the last line counts them.', ...LINES })
  async offers(@Query('format') format: unknown, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.answer('offer', format, request, response);
  }

  @Post('profiles')
  @HttpCode(200)
  @ApiOperation({ summary: 'Appends profiles to the event log, one JSON object per line, as fast as they come' })
  @Lines('profile')
  @ApiResponse({ status: 200, description: 'One outcome per line, as it goes; the last line counts them.', ...LINES })
  async profiles(@Query('format') format: unknown, @Req() request: Request, @Res() response: Response): Promise<void> {
    await this.answer('profile', format, request, response);
  }

  private async answer(kind: DocumentKind, format: unknown, request: Request, response: Response): Promise<void> {
    const outcomes = batch(this.submissions, kind, parseFormat(kind, format), request);
    response.setHeader('content-type', `${NDJSON}; charset=utf-8`);
    try {
      await pipeline(Readable.from(this.lines(outcomes)), response);
    } catch (error) {
      // Whoever went away does not wait for an answer.
      if (!response.closed) throw error;
    }
  }

  /** The status is long sent when something fails half-way: the last line says so. */
  private async *lines(outcomes: AsyncIterable<BatchOutcome>): AsyncGenerator<string> {
    try {
      for await (const outcome of outcomes) yield `${JSON.stringify(outcome)}\n`;
    } catch (error) {
      this.logger.error('batch failed', { error });
      yield `${JSON.stringify({ status: 'failed', detail: 'Lines without an outcome may not have been kept.' })}\n`;
    }
  }
}
