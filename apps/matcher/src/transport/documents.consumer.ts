import { Catch, Controller, type RpcExceptionFilter, UseFilters } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { TOPICS } from '@passerelle/contracts';
import type { StreamRecord } from '@passerelle/stream';
import { type Observable, throwError } from 'rxjs';
import { Road } from '../road/road';

/** Lets the transport see why a batch failed; Nest's own filter would log the error and hide it. */
@Catch()
class PassOn implements RpcExceptionFilter {
  catch(error: unknown): Observable<never> {
    return throwError(() => error);
  }
}

/** The topics that come in. */
@Controller()
@UseFilters(PassOn)
export class DocumentsConsumer {
  constructor(private readonly road: Road) {}

  @EventPattern(TOPICS.offers)
  offers(@Payload() records: readonly StreamRecord[]): Promise<void> {
    return this.road.handle('offer', records);
  }

  @EventPattern(TOPICS.profiles)
  profiles(@Payload() records: readonly StreamRecord[]): Promise<void> {
    return this.road.handle('profile', records);
  }
}
