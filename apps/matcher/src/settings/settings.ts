import { readFileSync } from 'node:fs';
import { isIPv4 } from 'node:net';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { LogLevel } from '@passerelle/telemetry';
import { HOME } from '../home';
import { integer, keys, logLevel, name, orElse, path, type Read, WrongValue } from './fields';

/** Everything that can be set; `config/README.md` tells what each one is. */
export interface Settings {
  readonly host: string;
  readonly port: number;
  readonly apiKeys: readonly string[];
  readonly dataDir: string;
  readonly logLevel: LogLevel;
  readonly threads: number;
  readonly listSize: number;
  readonly partitions: number;
  readonly batchSize: number;
  readonly answerWithinMs: number;
  readonly romeDir: string;
  readonly modelDir: string;
  readonly normalizationDir: string;
  readonly wordingsDir: string;
  /** Nearest-neighbour indices shipped ready-made. */
  readonly indexDir: string;
  readonly cacheDir: string;
  readonly weightsFile: string;
}

/** The settings cannot be used as they are; the message names every variable at fault. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';

  constructor(readonly problems: readonly string[]) {
    super(problems.join('\n'));
  }
}

type Fields = { readonly [Name in keyof Settings]: readonly [variable: string, read: Read<Settings[Name]>] };

const FIELDS: Fields = {
  host: ['PASSERELLE_HOST', name],
  port: ['PASSERELLE_PORT', integer(0, 65_535)],
  apiKeys: ['PASSERELLE_API_KEYS', keys],
  dataDir: ['PASSERELLE_DATA_DIR', path],
  logLevel: ['PASSERELLE_LOG_LEVEL', logLevel],
  threads: ['PASSERELLE_THREADS', orElse(availableParallelism, integer(1, 64))],
  listSize: ['PASSERELLE_LIST_SIZE', integer(1, 200)],
  partitions: ['PASSERELLE_PARTITIONS', integer(1, 64)],
  batchSize: ['PASSERELLE_BATCH_SIZE', integer(1, 1_000)],
  answerWithinMs: ['PASSERELLE_ANSWER_WITHIN_MS', integer(1, 60_000)],
  romeDir: ['PASSERELLE_ROME_DIR', path],
  modelDir: ['PASSERELLE_MODEL_DIR', path],
  normalizationDir: ['PASSERELLE_NORMALIZATION_DIR', path],
  wordingsDir: ['PASSERELLE_WORDINGS_DIR', path],
  indexDir: ['PASSERELLE_INDEX_DIR', path],
  cacheDir: ['PASSERELLE_CACHE_DIR', path],
  weightsFile: ['PASSERELLE_WEIGHTS_FILE', path],
};

const PREFIX = 'PASSERELLE_';
const DEFAULTS_FILE = join('config', 'defaults.json');

/** Variables of the environment that replace a setting, by setting. */
export const VARIABLES = Object.fromEntries(
  Object.entries(FIELDS).map(([field, [variable]]) => [field, variable]),
) as Readonly<Record<keyof Settings, string>>;

/**
 * Settings from the environment over `config/defaults.json`. An empty variable is as good as none.
 * @throws SettingsError naming every variable that is wrong or that nobody reads.
 */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const defaults = JSON.parse(readFileSync(join(HOME, DEFAULTS_FILE), 'utf8')) as Record<string, unknown>;
  const problems = unknownVariables(environment);
  const entries = Object.entries(FIELDS).map(([field, [variable, read]]) => {
    const given = environment[variable];
    const isGiven = given !== undefined && given.trim() !== '';
    try {
      return [field, isGiven ? read(given, process.cwd()) : read(defaults[field], HOME)] as const;
    } catch (error) {
      if (!(error instanceof WrongValue)) throw error;
      problems.push(`${isGiven ? variable : `${DEFAULTS_FILE}, ${field}`}: ${error.message}`);
      return [field, undefined] as const;
    }
  });
  if (problems.length > 0) throw new SettingsError(problems);
  const settings = Object.fromEntries(entries) as unknown as Settings;
  refuseOpenDoor(settings);
  return settings;
}

/** A misspelt variable would otherwise be a setting that silently does nothing. */
function unknownVariables(environment: Readonly<Record<string, string | undefined>>): string[] {
  const known = new Set(Object.values(VARIABLES));
  return Object.keys(environment)
    .filter((variable) => variable.startsWith(PREFIX) && !known.has(variable))
    .map((variable) => `${variable}: no such setting`);
}

/** @throws SettingsError when anyone on the network could call the service. */
export function refuseOpenDoor({ host, apiKeys }: Settings): void {
  if (isLoopback(host) || apiKeys.length > 0) return;
  throw new SettingsError([
    `${VARIABLES.host}: ${host} can be reached from other machines: set ${VARIABLES.apiKeys} too, or listen on 127.0.0.1`,
  ]);
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIPv4(host) && host.startsWith('127.'));
}
