import { Command } from 'commander';
import { registerBench } from './commands/bench';
import { registerDemo } from './commands/demo';
import { registerEval } from './commands/eval';
import { registerExplain } from './commands/explain';
import { registerIngest } from './commands/ingest';
import { registerMeasure } from './commands/measure';
import { registerNormalize } from './commands/normalize';
import { registerRome } from './commands/rome';
import { registerServe } from './commands/serve';

export function createProgram(): Command {
  const program = new Command('passerelle')
    .description('Offers and candidates matched on ROME 4.0, every match explained')
    .exitOverride()
    .showHelpAfterError('(run with --help for usage)')
    .addHelpText('after', '\nExit codes: 0 done, 1 failed, 2 asked for in a way that cannot be done.');
  for (const register of [
    registerServe,
    registerDemo,
    registerIngest,
    registerNormalize,
    registerMeasure,
    registerExplain,
    registerRome,
    registerEval,
    registerBench,
  ]) {
    register(program);
  }
  return program;
}
