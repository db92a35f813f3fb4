import { CommanderError } from 'commander';
import { createProgram } from './program';
import { endingOf } from './terminal/expected-error';

/** Exit codes: 0 done, 1 failed, 2 asked for in a way that cannot be done. */
async function main(): Promise<void> {
  // A reader that has seen enough (`| head`) is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(0);
  });
  try {
    await createProgram().parseAsync();
  } catch (error) {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? 0 : 2;
      return;
    }
    const { message, exitCode } = endingOf(error);
    process.stderr.write(`passerelle: ${message}\n`);
    process.exitCode = exitCode;
  }
}

void main();
