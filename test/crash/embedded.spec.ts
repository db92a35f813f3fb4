import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbeddedStore, type Store } from '@passerelle/store';
import { type EventStream, openEmbeddedEventStream, type StreamRecord } from '@passerelle/stream';
import { Inbox } from '../contracts/inbox';
import { killAfter, seeded } from './kill';

jest.setTimeout(60_000);

const ROUNDS = 8;
const PARTITIONS = [0, 1, 2];
const MAX_LINES = 500;

interface Published {
  readonly partition: number;
  readonly offset: number;
  readonly value: string;
}

/** A line of `writer.cjs`: one of these is there. */
interface Line {
  readonly published?: readonly Published[];
  readonly began?: { readonly partition: number; readonly first: number; readonly next: number };
  readonly stuck?: { readonly partition: number; readonly first: number };
  readonly storing?: { readonly id: string; readonly version: number };
  readonly stored?: { readonly id: string; readonly version: number; readonly erased: boolean };
}

/** All that was acknowledged, over all rounds. */
class Acknowledged {
  readonly published = new Map<string, Published>();
  readonly stored = new Map<string, NonNullable<Line['stored']>>();
  readonly tried = new Map<string, number>();

  add(line: Line): void {
    for (const one of line.published ?? []) this.published.set(one.value, one);
    if (line.stored) this.stored.set(line.stored.id, line.stored);
    if (line.storing) this.tried.set(line.storing.id, line.storing.version);
  }
}

function expectLog(log: readonly (readonly StreamRecord[])[], acknowledged: Acknowledged): void {
  const values = new Map<string, StreamRecord>();
  for (const records of log) {
    const ofKey = new Map<string, number>();
    // A writer waits for each acknowledgement: what it wrote is there without a gap, in order, once.
    const expected = records.map(({ key }, offset) => {
      const next = ofKey.get(key) ?? 0;
      ofKey.set(key, next + 1);
      return [offset, `${key}-${next}`];
    });
    expect(records.map(({ offset, value }) => [offset, value])).toEqual(expected);
    for (const record of records) values.set(record.value!, record);
  }
  const lost = [...acknowledged.published.values()].filter(({ partition, offset, value }) => {
    const record = values.get(value);
    return record?.partition !== partition || record.offset !== offset;
  });
  expect(lost).toEqual([]);
}

async function expectStore(store: Store, acknowledged: Acknowledged): Promise<void> {
  let live = 0;
  for (const [id, last] of acknowledged.stored) {
    const { version, erased } = (await store.versionOf('offer', id))!;
    expect(version).toBeGreaterThanOrEqual(last.version);
    expect(version).toBeLessThanOrEqual(acknowledged.tried.get(id)!);
    expect(erased).toBe(version % 5 === 0);
    const document = await store.getDocument('offer', id);
    const list = await store.getList('offer', id);
    if (erased) {
      expect([document, list]).toEqual([null, null]);
      continue;
    }
    live += 1;
    expect(document!.version).toBe(version);
    expect(document!.source).toEqual({ version, filler: `${version};`.repeat(300) });
    if (version === last.version) expect(list!.revision).toBe(version);
  }
  const ids: string[] = [];
  for await (const { id } of store.documents('offer')) ids.push(id);
  expect(ids).toEqual([...ids].sort());
  // A first document may have been stored and not acknowledged.
  expect(ids.length).toBeGreaterThanOrEqual(live);
  expect(await store.countDocuments('offer')).toBe(ids.length);
}

/** A group gets everything after what it had committed, once. Gives what it had committed, by partition. */
async function expectRest(
  stream: EventStream,
  group: string,
  log: readonly (readonly StreamRecord[])[],
): Promise<readonly number[]> {
  const lag = await stream.lag(group);
  const committed = PARTITIONS.map((p) => lag.find(({ partition }) => partition === p)!.committed);
  const rest = PARTITIONS.flatMap((partition) => log[partition]!.slice(committed[partition]));
  const inbox = new Inbox();
  const subscription = await stream.subscribe({ group, topics: ['log'] }, inbox.handler);
  await inbox.atLeast(rest.length);
  await subscription.close();
  expect(PARTITIONS.flatMap((p) => inbox.records.filter(({ partition }) => partition === p))).toEqual(rest);
  return committed;
}

describe('a process killed with SIGKILL while it writes', () => {
  let root: string;

  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'passerelle-crash-'));
  });

  afterAll(() => rm(root, { recursive: true, force: true }));

  it('loses nothing acknowledged, doubles nothing, and its groups see again what they had not committed', async () => {
    const [streamDirectory, storeDirectory] = [join(root, 'stream'), join(root, 'store')];
    const random = seeded(20261124);
    const acknowledged = new Acknowledged();
    let midBatch = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const lines = 1 + Math.floor(random() * MAX_LINES);
      const args = [streamDirectory, storeDirectory, String(round)];
      const said = (await killAfter(join(__dirname, 'writer.cjs'), args, lines)) as Line[];
      for (const line of said) acknowledged.add(line);

      const topics = { log: { partitions: PARTITIONS.length } };
      const stream = await openEmbeddedEventStream({ directory: streamDirectory, topics });
      const store = await openEmbeddedStore({ directory: storeDirectory });
      try {
        const log = await Promise.all(PARTITIONS.map((partition) => stream.read('log', partition, 0, 1_000_000)));
        expectLog(log, acknowledged);
        await expectStore(store, acknowledged);
        const committed = await expectRest(stream, 'workers', log);
        for (const partition of PARTITIONS) {
          const last = said.flatMap(({ began }) => (began?.partition === partition ? [began] : [])).at(-1);
          // A batch begins once the one before is committed; the last one may have been or not.
          if (last) expect([last.first, last.next]).toContain(committed[partition]);
        }
        const inHand = said.flatMap(({ stuck }) => stuck ?? []);
        if (inHand.length > 0) {
          const start = await expectRest(stream, `stuck-${round}`, log);
          for (const { partition, first } of inHand) expect(start[partition]).toBe(first);
        }
        midBatch += inHand.length;
      } finally {
        await stream.close();
        await store.close();
      }
    }
    expect(acknowledged.published.size).toBeGreaterThan(100);
    expect(acknowledged.stored.size).toBeGreaterThan(0);
    expect(midBatch).toBeGreaterThan(0);
  });
});
