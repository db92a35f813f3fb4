import { Metrics } from './metrics';

const line = (body: string, start: string): string | undefined =>
  body.split('\n').find((text) => text.startsWith(start));

describe('Metrics', () => {
  it('names, labels and adds up counters', async () => {
    const metrics = new Metrics();
    const events = metrics.counter('events', 'Events handled', ['kind', 'outcome']);
    events.add({ kind: 'offer', outcome: 'applied' });
    events.add({ kind: 'offer', outcome: 'applied' }, 4);
    const { body, contentType } = await metrics.exposition();
    expect(contentType).toMatch(/^text\/plain/);
    expect(body).toContain('# TYPE passerelle_events_total counter');
    expect(body).toContain('passerelle_events_total{kind="offer",outcome="applied"} 5');
  });

  it('measures durations in seconds, in buckets from 1 ms to 10 s', async () => {
    const metrics = new Metrics();
    const seconds = metrics.duration('ranking', 'Ranking of one document', ['kind']).start()({ kind: 'profile' });
    const { body } = await metrics.exposition();
    expect(line(body, 'passerelle_ranking_duration_seconds_count')).toBe(
      'passerelle_ranking_duration_seconds_count{kind="profile"} 1',
    );
    expect(Number(line(body, 'passerelle_ranking_duration_seconds_sum')?.split(' ')[1])).toBe(seconds);
    const bounds = [...body.matchAll(/ranking_duration_seconds_bucket\{le="([^"]+)"/g)].map(([, bound]) => bound);
    expect([bounds[0], bounds.at(-2), bounds.at(-1)]).toEqual(['0.001', '10', '+Inf']);
  });

  it('reads gauges when asked, and forgets labels that are gone', async () => {
    const metrics = new Metrics();
    let partitions = ['0', '1'];
    metrics.gauge('consumer_lag', 'Records to read', ['partition'], () =>
      Promise.resolve(partitions.map((partition) => ({ labels: { partition }, value: 7 }))),
    );
    expect((await metrics.exposition()).body).toContain('passerelle_consumer_lag{partition="1"} 7');
    partitions = ['0'];
    const { body } = await metrics.exposition();
    expect(body).toContain('passerelle_consumer_lag{partition="0"} 7');
    expect(body).not.toContain('partition="1"');
  });

  it('keeps answering when a gauge cannot be read, and counts it', async () => {
    const metrics = new Metrics();
    metrics.counter('events', 'Events', ['kind']).add({ kind: 'offer' });
    metrics.gauge('documents', 'Documents', ['kind'], () => Promise.reject(new Error('store is away')));
    await metrics.exposition();
    const { body } = await metrics.exposition();
    expect(body).toContain('passerelle_events_total{kind="offer"} 1');
    const failures = line(body, 'passerelle_gauge_read_failures_total{metric="passerelle_documents"}');
    expect(Number(failures?.split(' ')[1])).toBeGreaterThanOrEqual(1);
  });

  it('has the metrics of the process, in a registry of its own', async () => {
    const [first, second] = [new Metrics(), new Metrics()];
    first.counter('events', 'Events', []).add({});
    expect((await second.exposition()).body).not.toContain('passerelle_events_total');
    expect((await second.exposition()).body).toContain('process_resident_memory_bytes');
    expect((await second.exposition()).body).toContain('nodejs_eventloop_lag_seconds');
  });

  it('refuses a name that is taken or malformed', () => {
    const metrics = new Metrics();
    metrics.counter('events', 'Events', []);
    expect(() => metrics.counter('events', 'Events', [])).toThrow(/already been registered/);
    expect(() => metrics.counter('no spaces', 'Events', [])).toThrow(/[Ii]nvalid metric name/);
  });
});
