import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createMatcher, type Matcher, readSettings } from '@passerelle/matcher';
import { createLogger } from '@passerelle/telemetry';
import { ChildNormalizer } from './normalizer';

/** A hook or a test may start the service, which loads the model, on a machine that has other things to do. */
jest.setTimeout(120_000);

export interface TestMatcher extends Matcher {
  readonly dataDir: string;
  /** Every line logged, at level debug. */
  readonly logs: readonly string[];
}

export async function temporaryDirectory(): Promise<{ readonly path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'passerelle-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

/** The real service on a free port: embedded adapters, normalizer, référentiel and model of the project. */
export async function startMatcher(
  dataDir: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<TestMatcher> {
  const settings = readSettings({
    PASSERELLE_PORT: '0',
    PASSERELLE_THREADS: '1',
    PASSERELLE_ANSWER_WITHIN_MS: '60000',
    ...environment,
    PASSERELLE_DATA_DIR: dataDir,
  });
  const logs: string[] = [];
  const destination = { write: (line: string) => void logs.push(line) };
  const logger = createLogger({ level: 'debug', service: 'matcher', destination });
  return {
    ...(await createMatcher(settings, { logger, normalizer: await ChildNormalizer.open(settings) })),
    dataDir,
    logs,
  };
}
