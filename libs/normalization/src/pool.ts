import { join } from 'node:path';
import { Piscina } from 'piscina';
import type { BuildProgress } from './knowledge';
import type { NormalizedDocument, SourceDocument } from './normalized-document';
import type { LinkCandidate } from './normalizer';
import type { NormalizerLocations } from './open-normalizer';
import type { Baseline } from './parameters';
import type { BuildMessage, WorkerData } from './worker';

export interface PoolOptions {
  readonly locations: NormalizerLocations;
  /** Worker threads at most; each holds its own model and indices. */
  readonly threads: number;
  /** Reads the simple way instead, to measure against. */
  readonly baseline?: Baseline;
  readonly progress?: BuildProgress;
}

/** Normalizers in worker threads: reading a text takes milliseconds of pure computation that must not hold up requests. */
export class NormalizerPool {
  private constructor(private readonly threads: Piscina) {}

  /** Resolves when a first worker is ready to read. */
  static async open({ locations, threads, baseline, progress }: PoolOptions): Promise<NormalizerPool> {
    const pool = new Piscina({
      // Workers are plain Node and run what was built, whoever starts them.
      filename: join(__dirname, '..', 'dist', 'worker.js'),
      workerData: { locations, baseline } satisfies WorkerData,
      minThreads: 1,
      maxThreads: threads,
      idleTimeout: Infinity,
    });
    if (progress) pool.on('message', ({ what, share }: BuildMessage) => progress(what, share));
    try {
      await pool.run(undefined, { name: 'warm' });
    } catch (error) {
      await pool.destroy();
      throw error;
    }
    return new NormalizerPool(pool);
  }

  normalize(source: SourceDocument): Promise<NormalizedDocument> {
    return this.threads.run(source, { name: 'normalize' }) as Promise<NormalizedDocument>;
  }

  link(source: SourceDocument, spans: readonly string[]): Promise<LinkCandidate[][]> {
    return this.threads.run({ source, spans }, { name: 'link' }) as Promise<LinkCandidate[][]>;
  }

  /** Texts waiting for a worker. */
  get waiting(): number {
    return this.threads.queueSize;
  }

  async close(): Promise<void> {
    await this.threads.close();
  }
}
