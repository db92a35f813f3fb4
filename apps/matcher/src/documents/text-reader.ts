import type { NormalizedDocument, NormalizerPool, SourceDocument } from '@passerelle/normalization';
import type { Logger, Metrics } from '@passerelle/telemetry';

/** Times that one text is tried: a second worker may read what a dying one could not. */
const TRIES = 3;

/** What reads the texts. */
export type TextSource = Pick<NormalizerPool, 'normalize' | 'waiting' | 'close'>;

/** A text that no worker could read. Its message never holds a word of the text. */
export class UnreadableTextError extends Error {
  override readonly name = 'UnreadableTextError';

  constructor(cause: unknown) {
    super(`The text could not be read in ${TRIES} tries: ${cause instanceof Error ? cause.name : 'unknown error'}.`);
  }
}

/** Reads texts in the worker threads, with a bounded number of tries. */
export class TextReader {
  private failing = false;
  private closing = false;
  private readonly duration;

  constructor(
    private readonly pool: TextSource,
    private readonly logger: Logger,
    metrics: Metrics,
  ) {
    this.duration = metrics.duration('normalization', 'Time from a text to its concepts, waiting included', ['kind']);
    metrics.gauge('normalization_waiting', 'Texts that wait for a worker thread', [], () => [
      { labels: {}, value: pool.waiting },
    ]);
  }

  /** @throws UnreadableTextError when every try failed; while closing, the error as it is. */
  async read(source: SourceDocument): Promise<NormalizedDocument> {
    const end = this.duration.start();
    for (let attempt = 1; ; attempt++) {
      try {
        const normalized = await this.pool.normalize(source);
        this.failing = false;
        end({ kind: source.kind });
        return normalized;
      } catch (error) {
        if (this.closing) throw error;
        this.failing = true;
        this.logger.warn('text not read', { kind: source.kind, count: attempt, outcome: nameOf(error) });
        if (attempt === TRIES) throw new UnreadableTextError(error);
      }
    }
  }

  /** Rejects from a failure on until a text is read again. */
  check(): Promise<void> {
    if (this.closing) return Promise.reject(new Error('closing'));
    return this.failing ? Promise.reject(new Error('the last text could not be read')) : Promise.resolve();
  }

  async close(): Promise<void> {
    this.closing = true;
    await this.pool.close();
  }
}

/** The message of an unexpected error may quote the text. */
function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}
