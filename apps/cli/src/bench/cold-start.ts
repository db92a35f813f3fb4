import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HOME } from '../locations';

/** Milliseconds from the start of `passerelle serve` to its answer on /health/ready, with indices already built. */
export async function coldStart(port: number): Promise<number> {
  const directory = mkdtempSync(join(tmpdir(), 'passerelle-bench-'));
  const start = performance.now();
  const child = spawn(process.execPath, [join(HOME, 'apps/cli/bin/passerelle.js'), 'serve'], {
    env: {
      ...process.env,
      PASSERELLE_PORT: String(port),
      PASSERELLE_DATA_DIR: directory,
      PASSERELLE_LOG_LEVEL: 'warn',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  try {
    while (child.exitCode === null) {
      const ready = await fetch(`http://127.0.0.1:${port}/health/ready`).then(
        ({ ok }) => ok,
        () => false,
      );
      if (ready) return performance.now() - start;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error(`passerelle serve ended with code ${child.exitCode} before it was ready`);
  } finally {
    child.kill('SIGTERM');
    await ended;
    rmSync(directory, { recursive: true, force: true });
  }
}
