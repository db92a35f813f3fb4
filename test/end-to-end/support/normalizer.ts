import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import type { MatcherOptions, Settings } from '@passerelle/matcher';

type Normalizer = NonNullable<MatcherOptions['normalizer']>;
type Normalized = Awaited<ReturnType<Normalizer['normalize']>>;
type Answer = { readonly call: number } & ({ readonly normalized: Normalized } | { readonly error: string });

/**
 * The real normalizer in a process of its own. The native model runtime corrupts the memory of a process in which worker
 * threads that use it have ended several times: a test that restarts the service would die of it.
 */
export class ChildNormalizer implements Normalizer {
  readonly waiting = 0;
  private readonly pending = new Map<number, (answer: Answer) => void>();
  private calls = 0;

  /** Resolves when it is ready to read. */
  static async open(settings: Settings): Promise<ChildNormalizer> {
    const { romeDir, modelDir, wordingsDir, normalizationDir, indexDir, cacheDir } = settings;
    const locations = {
      rome: romeDir,
      model: modelDir,
      wordings: wordingsDir,
      fitted: normalizationDir,
      index: indexDir,
      cache: cacheDir,
    };
    const child = fork(require.resolve('./normalizer-child.cjs'), [JSON.stringify(locations)], { execArgv: [] });
    await once(child, 'message');
    return new ChildNormalizer(child);
  }

  private constructor(private readonly child: ChildProcess) {
    child.on('message', (answer: Answer) => this.pending.get(answer.call)?.(answer));
  }

  async normalize(source: Parameters<Normalizer['normalize']>[0]): Promise<Normalized> {
    const call = this.calls++;
    const answer = await new Promise<Answer>((resolve) => {
      this.pending.set(call, resolve);
      this.child.send({ call, source });
    });
    this.pending.delete(call);
    if ('error' in answer) throw new Error(answer.error);
    return answer.normalized;
  }

  close(): Promise<void> {
    this.child.kill('SIGKILL');
    return Promise.resolve();
  }
}
