import { pino, type DestinationStream, type Logger as PinoLogger } from 'pino';

export const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];
type Level = Exclude<LogLevel, 'silent'>;

/**
 * All that a line may carry beside its message: identifiers, counts, durations, outcomes, errors. There is no field for
 * a text, a title or a name, so that no personal data gets into the logs; anything else given is left out.
 */
export interface LogFields {
  readonly kind?: string;
  readonly id?: string;
  readonly version?: number;
  readonly topic?: string;
  readonly partition?: number;
  readonly offset?: number;
  readonly group?: string;
  readonly requestId?: string;
  readonly method?: string;
  /** The route's pattern, not the path that was asked for. */
  readonly route?: string;
  readonly status?: number;
  readonly outcome?: string;
  readonly count?: number;
  readonly durationMs?: number;
  /** Names of wrong fields, without their values. */
  readonly fields?: readonly string[];
  readonly error?: unknown;
}

/** Refuses a `string` made at run time: what varies belongs in the fields. */
type Constant<Message extends string> = string extends Message ? never : Message;

export interface Logger {
  debug<const Message extends string>(message: Constant<Message>, fields?: LogFields): void;
  info<const Message extends string>(message: Constant<Message>, fields?: LogFields): void;
  warn<const Message extends string>(message: Constant<Message>, fields?: LogFields): void;
  error<const Message extends string>(message: Constant<Message>, fields?: LogFields): void;
  /** Passes on what a framework says about itself, cut at 300 characters. */
  framework(level: Level, component: string, message: string): void;
  /** A logger that repeats these fields on each line. */
  with(fields: LogFields): Logger;
}

export interface LoggerOptions {
  readonly level: LogLevel;
  /** Name of the process, on each line. */
  readonly service: string;
  /** Where the lines go, one JSON object each; standard output by default. */
  readonly destination?: DestinationStream;
}

const MAX_MESSAGE = 300;
const MAX_LIST = 20;
const MAX_FRAMES = 10;
/** Identifiers, routes, field paths and the like; a sentence has spaces. */
const TOKEN = /^[\w./:@[\]{}*-]{1,128}$/;

const NUMBERS = ['version', 'partition', 'offset', 'status', 'count', 'durationMs'] as const;
const TOKENS = ['kind', 'id', 'topic', 'group', 'requestId', 'method', 'route', 'outcome'] as const;

const token = (value: string): string => (TOKEN.test(value) ? value : '[withheld]');

function described(error: unknown): object {
  if (!(error instanceof Error)) return { name: typeof error };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const code = (error as { code?: unknown }).code;
  return {
    name: error.name,
    message: error.message.slice(0, MAX_MESSAGE),
    ...(typeof code === 'string' ? { code: token(code) } : {}),
    at: frames.slice(0, MAX_FRAMES).map((line) => line.trim()),
  };
}

/** Copies the known fields alone, whatever the object held at run time. */
function admitted(given: LogFields): Record<string, unknown> {
  const line: Record<string, unknown> = {};
  for (const name of TOKENS) {
    const value: unknown = given[name];
    if (typeof value === 'string') line[name] = token(value);
  }
  for (const name of NUMBERS) {
    const value: unknown = given[name];
    if (typeof value === 'number') line[name] = value;
  }
  if (Array.isArray(given.fields)) line.fields = given.fields.slice(0, MAX_LIST).map((name) => token(String(name)));
  if (given.error !== undefined) line.error = described(given.error);
  return line;
}

function wrapped(inner: PinoLogger): Logger {
  const write =
    (level: Level) =>
    (message: string, fields: LogFields = {}): void =>
      inner[level](admitted(fields), message.slice(0, MAX_MESSAGE));
  return {
    debug: write('debug'),
    info: write('info'),
    warn: write('warn'),
    error: write('error'),
    framework: (level, component, message) =>
      inner[level]({ component: token(component) }, message.slice(0, MAX_MESSAGE)),
    with: (fields) => wrapped(inner.child(admitted(fields))),
  };
}

/** Structured logs: one JSON object per line with `level`, `time` (ISO 8601), `service`, `msg` and the fields. */
export function createLogger({ level, service, destination }: LoggerOptions): Logger {
  const options = {
    level,
    base: { service },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
  };
  return wrapped(destination === undefined ? pino(options) : pino(options, destination));
}
