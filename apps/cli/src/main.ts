import { CommanderError } from 'commander';
import { createProgram } from './program';
import { isExpected } from './terminal/expected-error';

/** Exit codes: 0 done, 1 failed, 2 asked for in a way that cannot be done. */
async function main(): Promise<void> {
  try {
    await createProgram().parseAsync();
  } catch (error) {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? 0 : 2;
      return;
    }
    if (isExpected(error)) {
      process.stderr.write(`passerelle: ${error.message}\n`);
      process.exitCode = 2;
      return;
    }
    process.stderr.write(`passerelle: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.exitCode = 1;
  }
}

void main();
