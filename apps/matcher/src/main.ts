import { createMatcher } from './create-matcher';
import { readSettings, SettingsError } from './settings/settings';

/** What must be set differently before another start can work. */
const EXIT_SETTINGS = 2;

async function main(): Promise<void> {
  const stop = new Promise<void>((resolve) => {
    process.once('SIGTERM', () => resolve());
    process.once('SIGINT', () => resolve());
  });
  const matcher = await createMatcher(readSettings(process.env));
  await stop;
  await matcher.close();
}

main().catch((error: unknown) => {
  const isSettings = error instanceof SettingsError;
  process.stderr.write(`${isSettings ? error.message : String(error instanceof Error ? error.stack : error)}\n`);
  process.exitCode = isSettings ? EXIT_SETTINGS : 1;
});
