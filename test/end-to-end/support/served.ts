import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { ROOT } from './documents';

/** The service as it is deployed, in a process of its own that can be killed. */
export interface Served {
  readonly url: string;
  kill(signal: 'SIGKILL' | 'SIGTERM'): Promise<{ readonly code: number | null; readonly signal: string | null }>;
}

/** Starts the built service over a data directory; resolves when it says that it is ready. */
export async function serve(dataDir: string, port: number): Promise<Served> {
  const child: ChildProcess = spawn(process.execPath, [join(ROOT, 'apps/matcher/dist/main.js')], {
    env: {
      PATH: process.env.PATH,
      PASSERELLE_DATA_DIR: dataDir,
      PASSERELLE_PORT: String(port),
      PASSERELLE_THREADS: '1',
      PASSERELLE_BATCH_SIZE: '4',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit') as Promise<[number | null, string | null]>;
  const ready = new Promise<void>((resolve, reject) => {
    createInterface({ input: child.stdout! }).on('line', (line) => {
      if ((JSON.parse(line) as { msg?: string }).msg === 'ready') resolve();
    });
    void exited.then(([code]) => reject(new Error(`the service ended with ${code}: are the rooms built?`)));
  });
  await ready;
  return {
    url: `http://127.0.0.1:${port}`,
    kill: async (signal) => {
      child.kill(signal);
      const [code, by] = await exited;
      return { code, signal: by };
    },
  };
}
