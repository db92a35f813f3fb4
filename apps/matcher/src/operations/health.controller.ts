import { Controller, Get, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Health, type HealthReport } from '@passerelle/telemetry';
import type { Response } from 'express';
import { Answers } from '../http/openapi/answers';

@ApiTags('operations')
@Controller('health')
export class HealthController {
  constructor(private readonly health: Health) {}

  @Get('live')
  @ApiOperation({ summary: 'Whether the process works at all', security: [] })
  @Answers(200, 'HealthReport', 'It does.')
  @Answers(503, 'HealthReport', 'Only a restart helps.')
  async live(@Res({ passthrough: true }) response: Response): Promise<HealthReport> {
    return answered(await this.health.live(), response);
  }

  @Get('ready')
  @ApiOperation({
    summary: 'Whether it should get traffic: event log, store, normalizer, index, not stopping',
    security: [],
  })
  @Answers(200, 'HealthReport', 'It should.')
  @Answers(503, 'HealthReport', 'Not now.')
  async ready(@Res({ passthrough: true }) response: Response): Promise<HealthReport> {
    return answered(await this.health.ready(), response);
  }
}

function answered(report: HealthReport, response: Response): HealthReport {
  response.status(report.status === 'ok' ? 200 : 503);
  return report;
}
