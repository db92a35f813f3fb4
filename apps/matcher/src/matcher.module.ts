import { type DynamicModule, Module } from '@nestjs/common';
import { Health, Metrics } from '@passerelle/telemetry';
import { Documents } from './documents/documents';
import { TextReader } from './documents/text-reader';
import type { House } from './house';
import { BatchesController } from './http/controllers/batches.controller';
import { OffersController, ProfilesController } from './http/controllers/documents.controller';
import { ExplanationsController } from './http/controllers/explanations.controller';
import { NormalizeController } from './http/controllers/normalize.controller';
import { RomeController } from './http/controllers/rome.controller';
import { Matches } from './http/matches';
import { Submissions } from './http/submissions';
import { HealthController } from './operations/health.controller';
import { MetricsController } from './operations/metrics.controller';
import { Road } from './road/road';
import { LOGGER, REFERENTIEL } from './tokens';
import { DocumentsConsumer } from './transport/documents.consumer';

/** Nest's view of the house: controllers over rooms that are already open. */
@Module({})
export class MatcherModule {
  static over(house: House): DynamicModule {
    return {
      module: MatcherModule,
      controllers: [
        OffersController,
        ProfilesController,
        ExplanationsController,
        BatchesController,
        NormalizeController,
        RomeController,
        HealthController,
        MetricsController,
        DocumentsConsumer,
      ],
      providers: [
        { provide: Documents, useValue: house.documents },
        { provide: TextReader, useValue: house.reader },
        { provide: Submissions, useValue: house.submissions },
        { provide: Matches, useValue: house.matches },
        { provide: Road, useValue: house.road },
        { provide: Health, useValue: house.health },
        { provide: Metrics, useValue: house.metrics },
        { provide: REFERENTIEL, useValue: house.referentiel },
        { provide: LOGGER, useValue: house.logger },
      ],
    };
  }
}
