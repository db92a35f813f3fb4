import type { DocumentKind } from '@passerelle/contracts';
import type { StreamRecord } from '@passerelle/stream';
import type { Counter, Duration, Logger, Metrics } from '@passerelle/telemetry';
import type { Effects } from './effects';
import type { Outcome } from './outcome';
import { Rounds } from './rounds';
import type { Understanding } from './understand';
import type { WaitingRequests } from './waiting-requests';
import type { Work } from './work';

/**
 * The road of one event: validated, read, stored, ranked, its lists published. When {@link handle} resolves all of that is
 * durable and the offsets may be committed; when it rejects the same records are to be delivered again.
 */
export class Road {
  private readonly rounds: Rounds<Work, Outcome>;
  private readonly events: Counter<'kind' | 'outcome'>;
  private readonly duration: Duration<'kind'>;

  constructor(
    private readonly understanding: Understanding,
    private readonly effects: Effects,
    private readonly waiting: WaitingRequests,
    private readonly logger: Logger,
    metrics: Metrics,
  ) {
    this.rounds = new Rounds((works) => this.effects.of(works));
    this.events = metrics.counter('events', 'Records of the offers and profiles topics that were processed', [
      'kind',
      'outcome',
    ]);
    this.duration = metrics.duration('batch', 'Time from a batch of records to its durable effects', ['kind']);
  }

  /** Records of one partition, in order. */
  async handle(kind: DocumentKind, records: readonly StreamRecord[]): Promise<void> {
    const end = this.duration.start();
    const works = await Promise.all(records.map((record) => this.understanding.of(kind, record)));
    const outcomes = await this.rounds.run(works);
    for (const [index, outcome] of outcomes.entries()) this.settle(works[index]!, outcome);
    end({ kind });
  }

  private settle({ kind, record }: Work, outcome: Outcome): void {
    const { topic, partition, offset, headers } = record;
    this.events.add({ kind, outcome: outcome.type });
    if (outcome.type === 'rejected') {
      const { violations } = outcome.error;
      const fields = violations ? { fields: violations.map(({ field }) => field) } : {};
      this.logger.warn('event refused', { kind, topic, partition, offset, outcome: outcome.error.name, ...fields });
    }
    this.waiting.settle(headers, outcome);
  }
}
