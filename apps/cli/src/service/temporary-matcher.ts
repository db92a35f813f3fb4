import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createMatcher, type Matcher, type Settings } from '@passerelle/matcher';
import { createLogger } from '@passerelle/telemetry';
import { settings } from '../locations';
import { buildProgress } from '../terminal/build-progress';

/** Runs a whole service in this process over an empty log and store, which are removed afterwards. */
export async function withMatcher<Result>(
  use: (matcher: Matcher) => Promise<Result>,
  changes: Partial<Settings> = { port: 0, host: '127.0.0.1' },
): Promise<Result> {
  const dataDir = await mkdtemp(join(tmpdir(), 'passerelle-'));
  try {
    const { progress, stop } = buildProgress();
    // Standard output is for results.
    const logger = createLogger({ level: 'warn', service: 'matcher', destination: process.stderr });
    const matcher = await createMatcher({ ...settings(), ...changes, dataDir }, { logger, progress }).finally(stop);
    try {
      return await use(matcher);
    } finally {
      await matcher.close();
    }
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}
