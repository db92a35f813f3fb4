import * as prometheus from 'prom-client';

/** From one millisecond, a lookup, to ten seconds, more than anyone waits. */
const DURATION_BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** A value for every label. Labels are kinds, topics, routes, outcomes: never an id, of which there is no end. */
export type Labels<Name extends string> = Readonly<Record<Name, string>>;

export interface Counter<Name extends string> {
  /** @param by How many more; 1 by default. */
  add(labels: Labels<Name>, by?: number): void;
}

export interface Duration<Name extends string> {
  /** Starts to measure; the function returned ends it and gives the seconds. */
  start(): (labels: Labels<Name>) => number;
}

export interface Reading<Name extends string> {
  readonly labels: Labels<Name>;
  readonly value: number;
}

/**
 * The metrics of one process, for Prometheus. Names follow one convention: `passerelle_`, the subject, then `_total` for
 * a counter and `_duration_seconds` for a duration. The usual metrics of a Node process are there under their own names.
 */
export class Metrics {
  private readonly registry = new prometheus.Registry();
  private readonly failures: Counter<'metric'>;

  constructor() {
    prometheus.collectDefaultMetrics({ register: this.registry });
    this.failures = this.counter('gauge_read_failures', 'Gauges that could not be read for a scrape', ['metric']);
  }

  /** @param subject In snake case, for example `events`. @throws Error when a name is taken or malformed. */
  counter<const Name extends string>(subject: string, help: string, labels: readonly Name[]): Counter<Name> {
    const name = `passerelle_${subject}_total`;
    const counter = new prometheus.Counter({ name, help, labelNames: labels, registers: [this.registry] });
    return { add: (values, by = 1) => counter.inc(values, by) };
  }

  duration<const Name extends string>(subject: string, help: string, labels: readonly Name[]): Duration<Name> {
    const histogram = new prometheus.Histogram({
      name: `passerelle_${subject}_duration_seconds`,
      help,
      labelNames: labels,
      buckets: DURATION_BUCKETS,
      registers: [this.registry],
    });
    return { start: () => histogram.startTimer() };
  }

  /** A gauge that is read when Prometheus asks. A reading that fails is counted and leaves the others as they are. */
  gauge<const Name extends string>(
    subject: string,
    help: string,
    labels: readonly Name[],
    read: () => Promise<readonly Reading<Name>[]> | readonly Reading<Name>[],
  ): void {
    const name = `passerelle_${subject}`;
    const { failures } = this;
    new prometheus.Gauge({
      name,
      help,
      labelNames: labels,
      registers: [this.registry],
      async collect() {
        this.reset();
        try {
          for (const { labels: values, value } of await read()) this.set(values, value);
        } catch {
          failures.add({ metric: name });
        }
      },
    });
  }

  /** What `/metrics` answers. */
  async exposition(): Promise<{ readonly contentType: string; readonly body: string }> {
    return { contentType: this.registry.contentType, body: await this.registry.metrics() };
  }
}
