import type { LoggerService } from '@nestjs/common';
import type { Logger } from '@passerelle/telemetry';

type Level = 'debug' | 'info' | 'warn' | 'error';

/** What Nest says about itself, in our log; its ordinary chatter only at level debug. */
export class NestLog implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown, ...rest: readonly unknown[]): void {
    this.say('debug', message, rest);
  }

  warn(message: unknown, ...rest: readonly unknown[]): void {
    this.say('warn', message, rest);
  }

  error(message: unknown, ...rest: readonly unknown[]): void {
    this.say('error', message, rest);
  }

  private say(level: Level, message: unknown, rest: readonly unknown[]): void {
    const component = rest.at(-1);
    const text = message instanceof Error ? message.name : String(message);
    this.logger.framework(level, typeof component === 'string' ? component : 'Nest', text);
  }
}
