import { Command } from 'commander';
import { registerBench } from './commands/bench';
import { registerEval } from './commands/eval';
import { registerMeasure } from './commands/measure';

export function createProgram(): Command {
  const program = new Command('passerelle')
    .description('Offers and candidates matched on ROME 4.0, every match explained')
    .exitOverride()
    .showHelpAfterError('(run with --help for usage)');
  registerBench(program);
  registerEval(program);
  registerMeasure(program);
  return program;
}
