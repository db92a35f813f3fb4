import type { Command } from 'commander';
import { createMatcher } from '@passerelle/matcher';
import { settings } from '../locations';
import { stopAsked } from '../service/stop-asked';
import { buildProgress } from '../terminal/build-progress';

export function registerServe(program: Command): void {
  program
    .command('serve')
    .description('run the service until it is asked to stop; settings: config/README.md')
    .action(async () => {
      const stop = stopAsked();
      const { progress, stop: stopBars } = buildProgress();
      const matcher = await createMatcher(settings(), { progress }).finally(stopBars);
      process.stderr.write(`Listening on ${matcher.url} (pages: ${matcher.url}/docs)\n`);
      await stop;
      await matcher.close();
    });
}
