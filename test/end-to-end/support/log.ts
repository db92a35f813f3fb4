import type { EventStream, StreamRecord } from '@passerelle/stream';

/** Every record of a topic that the log holds, partition by partition. */
export async function recordsOf(stream: EventStream, topic: string): Promise<readonly StreamRecord[]> {
  const records: StreamRecord[] = [];
  for (let partition = 0; partition < (await stream.partitions(topic)); partition++) {
    for (let from = 0; ;) {
      const read = await stream.read(topic, partition, from, 1_000);
      const last = read.at(-1);
      if (last === undefined) break;
      records.push(...read);
      from = last.offset + 1;
    }
  }
  return records;
}

const POLL_MS = 25;

/** Resolves when a condition on the service holds. */
export async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, POLL_MS));
}

/** Resolves when the road has processed and committed everything in the log. */
export function processed(stream: EventStream): Promise<void> {
  return until(async () => {
    const lags = await stream.lag('matcher');
    return lags.length > 0 && lags.every(({ committed, end }) => committed === end);
  });
}

/** What was last said of each document on the `matches` topic, without what differs from run to run. */
export async function publishedState(stream: EventStream): Promise<ReadonlyMap<string, unknown>> {
  const state = new Map<string, unknown>();
  for (const { key, value } of await recordsOf(stream, 'matches')) {
    if (value === null) {
      state.delete(key);
      continue;
    }
    const { revision: _revision, publishedAt: _publishedAt, ...said } = JSON.parse(value) as Record<string, unknown>;
    state.set(key, said);
  }
  return new Map([...state].sort(([a], [b]) => (a < b ? -1 : 1)));
}
