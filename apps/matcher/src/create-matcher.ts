import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { createLogger, type Logger } from '@passerelle/telemetry';
import { GROUP, type House, type HouseOptions, openHouse } from './house';
import { configureHttp } from './http/configure-http';
import { Drain } from './http/drain';
import type { Matches } from './http/matches';
import type { Submissions } from './http/submissions';
import { MatcherModule } from './matcher.module';
import { NestLog } from './operations/nest-log';
import { refuseOpenDoor, type Settings } from './settings/settings';
import { EventStreamServer } from './transport/event-stream.server';

/** The running service. */
export interface Matcher {
  /** Where it listens, for example `http://127.0.0.1:3300`. */
  readonly url: string;
  /** The event log, to publish to and to subscribe to `matches`. */
  readonly stream: House['stream'];
  readonly submissions: Submissions;
  readonly matches: Matches;
  /**
   * Takes no more requests, answers those in hand, finishes and commits the batches in hand, closes everything. What is in
   * the log and not processed is processed at the next start.
   */
  close(): Promise<void>;
}

export interface MatcherOptions extends Omit<HouseOptions, 'logger'> {
  /** Standard output by default. */
  readonly logger?: Logger;
}

/**
 * Opens the service; when it resolves, it is ready and listens.
 * @throws SettingsError when it would listen to other machines without API keys.
 */
export async function createMatcher(settings: Settings, options: MatcherOptions = {}): Promise<Matcher> {
  refuseOpenDoor(settings);
  const logger = options.logger ?? createLogger({ level: settings.logLevel, service: 'matcher' });
  const house = await openHouse(settings, { ...options, logger });
  let app: NestExpressApplication | undefined;
  let drain: Drain | undefined;
  const close = async (): Promise<void> => {
    // Requests in hand wait for the road: it ends after them.
    await drain?.drain();
    await app?.close();
    await house.close();
  };
  try {
    // eslint-disable-next-line @typescript-eslint/no-unsafe-class-instance-assignment -- Nest declares its options as a class
    app = await NestFactory.create<NestExpressApplication>(MatcherModule.over(house), {
      logger: new NestLog(logger),
      bodyParser: false,
      abortOnError: false,
    });
    const draining = (drain = new Drain(app.getHttpServer()));
    house.health.addReadiness('serving', () =>
      draining.started ? Promise.reject(new Error('stopping')) : Promise.resolve(),
    );
    configureHttp(app, house);
    app.connectMicroservice({ strategy: roadServer(house) });
    await app.startAllMicroservices();
    await app.listen(settings.port, settings.host);
    const url = urlOf(app.getHttpServer(), settings.host);
    logger.info('ready');
    let closed: Promise<void> | undefined;
    return {
      url,
      stream: house.stream,
      submissions: house.submissions,
      matches: house.matches,
      close: () => (closed ??= close()),
    };
  } catch (error) {
    await close();
    throw error;
  }
}

function roadServer({ stream, settings, logger, metrics }: House): EventStreamServer {
  const failures = metrics.counter('batch_failures', 'Batches that failed and are delivered again', ['topic']);
  return new EventStreamServer(stream, {
    group: GROUP,
    maxBatchSize: settings.batchSize,
    onError: (error, [first]) => {
      if (first === undefined) return;
      const { topic, partition, offset } = first;
      failures.add({ topic });
      logger.error('batch failed', { topic, partition, offset, error });
    },
  });
}

function urlOf(server: Server, host: string): string {
  const { port } = server.address() as AddressInfo;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
