import {
  type EventStream,
  InvalidRecordError,
  InvalidStreamOptionError,
  type OutgoingRecord,
  RecordTooLargeError,
  StreamClosedError,
  type StreamRecord,
  type SubscribeOptions,
  UnknownPartitionError,
  UnknownTopicError,
} from '@passerelle/stream';
import { Gate, Inbox } from './inbox';

export interface EventStreamFixture {
  /** Nothing was published on its topics yet, no group has subscribed. */
  readonly stream: EventStream;
  /** Names of a topic with one partition and of one with four. */
  readonly topics: { readonly one: string; readonly four: string };
  /** Limit that the stream was opened with. */
  readonly maxRecordBytes: number;
  /** Closes the stream and opens the same log again. */
  reopen(): Promise<EventStream>;
  /** Closes what is open and removes everything. */
  cleanup(): Promise<void>;
}

const record = (key: string, value: string | null = `value of ${key}`): OutgoingRecord => ({ key, value });
const numbered = (count: number, prefix = 'k'): OutgoingRecord[] =>
  Array.from({ length: count }, (_, index) => record(`${prefix}${index}`));
const valuesOf = (records: readonly { readonly value: string | null }[]): (string | null)[] =>
  records.map(({ value }) => value);
const offsetsOf = (records: readonly { readonly offset: number }[]): number[] => records.map(({ offset }) => offset);
const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

/** What every adapter of the port must do, sentence by sentence. */
export function describeEventStream(name: string, open: () => Promise<EventStreamFixture>): void {
  describe(`event stream: ${name}`, () => {
    let fixture: EventStreamFixture;
    let stream: EventStream;
    let one: string;
    let four: string;

    beforeEach(async () => {
      fixture = await open();
      stream = fixture.stream;
      ({ one, four } = fixture.topics);
    });

    afterEach(() => fixture.cleanup());

    const readAll = (topic: string, partition = 0): Promise<readonly StreamRecord[]> =>
      stream.read(topic, partition, 0, 10_000);
    const committedOf = async (group: string): Promise<number> =>
      (await stream.lag(group)).reduce((total, { committed }) => total + committed, 0);

    describe('publishing', () => {
      it('gives offsets from 0 without a gap, in the order of the records', async () => {
        const first = await stream.publish(one, numbered(3));
        const second = await stream.publish(one, numbered(2, 'l'));
        expect([...first, ...second]).toEqual(upTo(5).map((offset) => ({ topic: one, partition: 0, offset })));
        expect(await stream.publish(one, [])).toEqual([]);
      });

      it('keeps key, value, tombstone, headers and time to the character', async () => {
        const before = Date.now();
        const sent: OutgoingRecord[] = [
          {
            key: 'é/0001 \u{1F527}',
            value: 'Régleur·euse\n\u0000 «CN» \u{1F468}‍\u{1F373}',
            headers: { __proto__x: 'ü', version: '3' },
          },
          { key: 'empty', value: '' },
          { key: 'gone', value: null, headers: { version: '4' } },
        ];
        await stream.publish(one, sent);
        const got = await readAll(one);
        expect(got).toEqual(
          sent.map((outgoing, offset) => ({
            topic: one,
            partition: 0,
            offset,
            headers: {},
            ...outgoing,
            timestamp: got[offset]!.timestamp,
          })),
        );
        for (const { timestamp } of got) {
          expect(timestamp).toBeGreaterThanOrEqual(before);
          expect(timestamp).toBeLessThanOrEqual(Date.now());
        }
      });

      it('sends one key to one partition, in order, and many keys to all partitions', async () => {
        const sent = upTo(3).flatMap((round) => upTo(40).map((key) => record(`k${key}`, `${round}`)));
        const positions = await stream.publish(four, sent);
        expect(new Set(positions.map(({ partition }) => partition))).toEqual(new Set(upTo(4)));
        for (const partition of upTo(4)) {
          const records = await readAll(four, partition);
          expect(offsetsOf(records)).toEqual(upTo(records.length));
          for (const key of new Set(records.map((r) => r.key))) {
            expect(valuesOf(records.filter((r) => r.key === key))).toEqual(['0', '1', '2']);
          }
        }
      });

      it('keeps concurrent calls apart: each in order, offsets dense over all of them', async () => {
        const calls = await Promise.all(upTo(50).map((call) => stream.publish(one, numbered(4, `${call}-`))));
        for (const positions of calls) {
          const offsets = offsetsOf(positions);
          expect(offsets).toEqual([...offsets].sort((a, b) => a - b));
        }
        expect(offsetsOf(calls.flat()).sort((a, b) => a - b)).toEqual(upTo(200));
        const records = await readAll(one);
        for (const [call, positions] of calls.entries()) {
          expect(positions.map(({ offset }) => records[offset]!.key)).toEqual(upTo(4).map((i) => `${call}-${i}`));
        }
      });

      it('is durable, and goes on from where it was when opened again', async () => {
        const sent = numbered(30);
        await stream.publish(four, sent);
        stream = await fixture.reopen();
        const again = (await Promise.all(upTo(4).map((partition) => readAll(four, partition)))).flat();
        expect(again.map(({ key }) => key).sort()).toEqual(sent.map(({ key }) => key).sort());
        const [next] = await stream.publish(four, [record('k0')]);
        expect(next!.offset).toBe(again.filter(({ partition }) => partition === next!.partition).length);
      });

      it.each<[string, OutgoingRecord, string]>([
        ['an empty key', record(''), 'key'],
        ['a key that UTF-8 cannot carry', record('a\ud800'), 'key'],
        ['a value that UTF-8 cannot carry', record('a', '\udc00!'), 'value'],
        ['a header that UTF-8 cannot carry', { ...record('a'), headers: { h: '\ud800' } }, 'headers'],
      ])('refuses %s, says which record, and appends none', async (_, wrong, field) => {
        const refused = stream.publish(one, [record('fine'), wrong]);
        await expect(refused).rejects.toBeInstanceOf(InvalidRecordError);
        await expect(refused).rejects.toMatchObject({ topic: one, index: 1, field });
        expect(await readAll(one)).toEqual([]);
      });

      it('takes a record of the largest size, refuses one byte more, and appends none', async () => {
        const key = 'é';
        const largest = record(key, 'x'.repeat(fixture.maxRecordBytes - Buffer.byteLength(key)));
        await stream.publish(one, [largest]);
        const refused = stream.publish(one, [record('fine'), record(key, `${largest.value ?? ''}x`)]);
        await expect(refused).rejects.toBeInstanceOf(RecordTooLargeError);
        const limit = fixture.maxRecordBytes;
        await expect(refused).rejects.toMatchObject({ topic: one, index: 1, bytes: limit + 1, limit });
        expect(await readAll(one)).toHaveLength(1);
      });
    });

    describe('reading without a group', () => {
      it('gives at most `limit` records from an offset on, and none after the end', async () => {
        await stream.publish(one, numbered(10));
        expect(offsetsOf(await stream.read(one, 0, 3, 4))).toEqual([3, 4, 5, 6]);
        expect(offsetsOf(await stream.read(one, 0, 8, 100))).toEqual([8, 9]);
        expect(await stream.read(one, 0, 10, 1)).toEqual([]);
      });

      it('gives records that are large together', async () => {
        const half = 'x'.repeat(fixture.maxRecordBytes / 2);
        await stream.publish(
          one,
          upTo(12).map((i) => record(`k${i}`, half)),
        );
        expect(offsetsOf(await readAll(one))).toEqual(upTo(12));
      });

      it('says how many partitions there are', async () => {
        expect([await stream.partitions(one), await stream.partitions(four)]).toEqual([1, 4]);
      });

      it('refuses what does not exist, and names it', async () => {
        const topic = 'no-such-topic';
        const asked = [
          () => stream.publish(topic, [record('a')]),
          () => stream.read(topic, 0, 0, 1),
          () => stream.partitions(topic),
          () => stream.subscribe({ group: 'g', topics: [one, topic] }, new Inbox().handler),
        ];
        for (const ask of asked) {
          const refused = ask();
          await expect(refused).rejects.toBeInstanceOf(UnknownTopicError);
          await expect(refused).rejects.toMatchObject({ topic });
        }
        const refused = stream.read(four, 4, 0, 1);
        await expect(refused).rejects.toBeInstanceOf(UnknownPartitionError);
        await expect(refused).rejects.toMatchObject({ topic: four, partition: 4 });
      });

      it.each([
        [-1, 1, 'offset'],
        [0.5, 1, 'offset'],
        [0, 0, 'limit'],
        [0, Number.NaN, 'limit'],
      ])('refuses offset %d with limit %d', async (offset, limit, field) => {
        const refused = stream.read(one, 0, offset, limit);
        await expect(refused).rejects.toBeInstanceOf(InvalidStreamOptionError);
        await expect(refused).rejects.toMatchObject({ field });
      });
    });

    describe('subscribing', () => {
      it('delivers each partition in order, in batches of one partition, of at most `maxBatchSize`', async () => {
        await stream.publish(four, numbered(200));
        const inbox = new Inbox();
        await stream.subscribe({ group: 'g', topics: [four], maxBatchSize: 7 }, inbox.handler);
        await inbox.atLeast(200);
        for (const batch of inbox.batches) {
          expect(batch.length).toBeLessThanOrEqual(7);
          expect(new Set(batch.map(({ partition }) => partition)).size).toBe(1);
        }
        for (const partition of upTo(4)) {
          const delivered = inbox.records.filter((r) => r.partition === partition);
          expect(delivered).toEqual(await readAll(four, partition));
        }
      });

      it('delivers at most 64 records at a time unless told otherwise', async () => {
        await stream.publish(one, numbered(150));
        const inbox = new Inbox();
        await stream.subscribe({ group: 'g', topics: [one] }, inbox.handler);
        await inbox.atLeast(150);
        expect(Math.max(...inbox.batches.map((batch) => batch.length))).toBeLessThanOrEqual(64);
        expect(offsetsOf(inbox.records)).toEqual(upTo(150));
      });

      it('delivers what is published afterwards, tombstones too', async () => {
        const inbox = new Inbox();
        await stream.subscribe({ group: 'g', topics: [one] }, inbox.handler);
        await stream.publish(one, [record('a', 'first')]);
        await inbox.atLeast(1);
        await stream.publish(one, [record('a', 'second'), record('a', null)]);
        await inbox.atLeast(3);
        expect(inbox.values).toEqual(['first', 'second', null]);
      });

      it('delivers several topics to one subscription', async () => {
        const inbox = new Inbox();
        await stream.subscribe({ group: 'g', topics: [one, four] }, inbox.handler);
        await stream.publish(one, numbered(3));
        await stream.publish(four, numbered(5));
        await inbox.atLeast(8);
        expect(inbox.records.filter(({ topic }) => topic === one)).toHaveLength(3);
        expect(inbox.records.filter(({ topic }) => topic === four)).toHaveLength(5);
      });

      it('commits when the handler resolves, and does not deliver again what is committed', async () => {
        await stream.publish(one, numbered(5));
        const first = new Inbox();
        const subscription = await stream.subscribe({ group: 'g', topics: [one] }, first.handler);
        await first.atLeast(5);
        await subscription.close();
        expect(await stream.lag('g')).toEqual([{ topic: one, partition: 0, committed: 5, end: 5 }]);
        stream = await fixture.reopen();
        await stream.publish(one, [record('later')]);
        const second = new Inbox();
        await stream.subscribe({ group: 'g', topics: [one] }, second.handler);
        await second.atLeast(1);
        expect(offsetsOf(second.records)).toEqual([5]);
      });

      it('starts a new group at the end when asked to, and keeps that start', async () => {
        await stream.publish(one, [record('before')]);
        const options: SubscribeOptions = { group: 'g', topics: [one], from: 'latest' };
        const first = await stream.subscribe(options, new Inbox().handler);
        await first.close();
        await stream.publish(one, [record('between')]);
        const inbox = new Inbox();
        await stream.subscribe(options, inbox.handler);
        await stream.publish(one, [record('after')]);
        await inbox.atLeast(2);
        expect(inbox.records.map(({ key }) => key)).toEqual(['between', 'after']);
      });

      it('gives every group everything', async () => {
        await stream.publish(four, numbered(20));
        const inboxes = [new Inbox(), new Inbox()];
        for (const [index, inbox] of inboxes.entries()) {
          await stream.subscribe({ group: `g${index}`, topics: [four] }, inbox.handler);
        }
        for (const inbox of inboxes) expect(await inbox.atLeast(20)).toHaveLength(20);
      });

      it.each<[string, Partial<SubscribeOptions>]>([
        ['group', { group: '' }],
        ['topics', { topics: [] }],
        ['maxBatchSize', { maxBatchSize: 0 }],
        ['maxBatchSize', { maxBatchSize: 1.5 }],
      ])('refuses a wrong %s', async (field, wrong) => {
        const refused = stream.subscribe({ group: 'g', topics: [one], ...wrong }, new Inbox().handler);
        await expect(refused).rejects.toBeInstanceOf(InvalidStreamOptionError);
        await expect(refused).rejects.toMatchObject({ field });
      });
    });

    describe('a handler that rejects', () => {
      it('gets the same records again, commits nothing meanwhile, and each failure is told', async () => {
        await stream.publish(one, numbered(3));
        const deliveries: number[][] = [];
        const committed: number[] = [];
        const told: [unknown, number[]][] = [];
        const failure = new Error('not today');
        const done = new Gate();
        await stream.subscribe(
          { group: 'g', topics: [one], onError: (error, records) => told.push([error, offsetsOf(records)]) },
          async (records) => {
            deliveries.push(offsetsOf(records));
            committed.push(await committedOf('g'));
            if (deliveries.length <= 5) throw failure;
            done.open();
          },
        );
        await done.opened;
        expect(deliveries).toEqual(Array.from({ length: 6 }, () => [0, 1, 2]));
        expect(committed).toEqual(Array.from({ length: 6 }, () => 0));
        expect(told).toEqual(Array.from({ length: 5 }, () => [failure, [0, 1, 2]]));
      });

      it('may throw at once, and so may who is told', async () => {
        await stream.publish(one, [record('a')]);
        let deliveries = 0;
        const done = new Gate();
        const onError = (): void => {
          throw new Error('the observer is broken too');
        };
        await stream.subscribe({ group: 'g', topics: [one], onError }, () => {
          deliveries += 1;
          if (deliveries < 3) throw new Error('before any promise');
          done.open();
          return Promise.resolve();
        });
        await done.opened;
        expect(deliveries).toBe(3);
      });

      it('does not hold up the other partitions', async () => {
        const positions = await stream.publish(four, numbered(40));
        const stuck = positions[0]!.partition;
        const inbox = new Inbox();
        await stream.subscribe({ group: 'g', topics: [four] }, async (records) => {
          if (records[0]!.partition === stuck) throw new Error('stuck');
          await inbox.handler(records);
        });
        await inbox.atLeast(positions.filter(({ partition }) => partition !== stuck).length);
        const lag = await stream.lag('g');
        expect(lag.find(({ partition }) => partition === stuck)!.committed).toBe(0);
      });

      it('can be closed, and leaves the records to the next', async () => {
        await stream.publish(one, numbered(2));
        const failed = new Gate();
        const subscription = await stream.subscribe({ group: 'g', topics: [one] }, () => {
          failed.open();
          return Promise.reject(new Error('always'));
        });
        await failed.opened;
        await subscription.close();
        const inbox = new Inbox();
        await stream.subscribe({ group: 'g', topics: [one] }, inbox.handler);
        await inbox.atLeast(2);
        expect(offsetsOf(inbox.records)).toEqual([0, 1]);
      });
    });

    describe('a group', () => {
      it('works on its partitions in parallel, on one partition batch by batch', async () => {
        await stream.publish(four, numbered(80));
        const inHand = new Map<number, boolean>();
        let overlaps = 0;
        const allAtOnce = new Gate();
        const inbox = new Inbox();
        await stream.subscribe({ group: 'g', topics: [four], maxBatchSize: 5 }, async (records) => {
          const { partition } = records[0]!;
          if (inHand.get(partition) === true) overlaps += 1;
          inHand.set(partition, true);
          if (inHand.size === 4) allAtOnce.open();
          await allAtOnce.opened;
          inHand.set(partition, false);
          await inbox.handler(records);
        });
        await inbox.atLeast(80);
        expect(overlaps).toBe(0);
        for (const partition of upTo(4)) {
          const offsets = offsetsOf(inbox.records.filter((r) => r.partition === partition));
          expect(offsets).toEqual(upTo(offsets.length));
        }
      });

      it('shares the partitions between its subscriptions, each record going to one', async () => {
        const [all, ...each] = [new Inbox(), new Inbox(), new Inbox()] as const;
        for (const inbox of each) {
          await stream.subscribe({ group: 'g', topics: [four] }, async (records) => {
            await inbox.handler(records);
            await all.handler(records);
          });
        }
        let sent = 0;
        do {
          await stream.publish(four, numbered(40, `${sent}-`));
          sent += 40;
          await all.atLeast(sent);
        } while (each.some(({ records }) => records.length === 0));
        const places = all.records.map(({ partition, offset }) => `${partition}/${offset}`);
        expect(places).toHaveLength(sent);
        expect(new Set(places).size).toBe(sent);
      });

      it('gives the partitions of a subscription that closes to the others', async () => {
        const [leaving, staying] = [new Inbox(), new Inbox()];
        const subscription = await stream.subscribe({ group: 'g', topics: [four] }, leaving.handler);
        await stream.subscribe({ group: 'g', topics: [four] }, staying.handler);
        await subscription.close();
        const before = leaving.records.length;
        await stream.publish(four, numbered(40));
        await staying.atLeast(40);
        expect(leaving.records).toHaveLength(before);
        expect(staying.records).toHaveLength(40);
      });

      it('has a lag for each partition it ever subscribed to, and none if it is unknown', async () => {
        expect(await stream.lag('nobody')).toEqual([]);
        const failed = new Gate();
        await stream.subscribe({ group: 'g', topics: [four] }, () => {
          failed.open();
          return Promise.reject(new Error('always'));
        });
        await stream.publish(four, numbered(40));
        await failed.opened;
        const lag = await stream.lag('g');
        expect(lag.map(({ partition }) => partition).sort()).toEqual(upTo(4));
        for (const { topic, committed } of lag) expect([topic, committed]).toEqual([four, 0]);
        expect(lag.reduce((sum, { end }) => sum + end, 0)).toBe(40);
      });
    });

    describe('closing', () => {
      it('a subscription finishes the batch in hand, commits it, and takes no more', async () => {
        await stream.publish(one, numbered(10));
        const [started, finish] = [new Gate(), new Gate()];
        const first = new Inbox();
        const subscription = await stream.subscribe({ group: 'g', topics: [one], maxBatchSize: 4 }, async (records) => {
          started.open();
          await finish.opened;
          await first.handler(records);
        });
        await started.opened;
        const closed = subscription.close();
        finish.open();
        await closed;
        expect(offsetsOf(first.records)).toEqual([0, 1, 2, 3]);
        expect(await committedOf('g')).toBe(4);
        const second = new Inbox();
        await stream.subscribe({ group: 'g', topics: [one] }, second.handler);
        await second.atLeast(6);
        expect(offsetsOf(second.records)).toEqual([4, 5, 6, 7, 8, 9]);
        expect(first.records).toHaveLength(4);
      });

      it('the stream finishes the batches in hand, which may still publish', async () => {
        await stream.publish(one, numbered(2));
        const [started, finish] = [new Gate(), new Gate()];
        await stream.subscribe({ group: 'g', topics: [one] }, async (records) => {
          started.open();
          await finish.opened;
          await stream.publish(
            four,
            records.map(({ key }) => record(`answer to ${key}`)),
          );
        });
        await started.opened;
        const closed = stream.close();
        finish.open();
        await closed;
        stream = await fixture.reopen();
        expect(await committedOf('g')).toBe(2);
        const answers = await Promise.all(upTo(4).map((partition) => readAll(four, partition)));
        expect(answers.flat()).toHaveLength(2);
      });

      it('keeps what was being published', async () => {
        const published = upTo(20).map((call) => stream.publish(one, numbered(3, `${call}-`)));
        const closed = stream.close();
        await Promise.all([...published, closed]);
        stream = await fixture.reopen();
        expect(await readAll(one)).toHaveLength(60);
      });

      it('makes everything reject afterwards, and may be called twice', async () => {
        await Promise.all([stream.close(), stream.close()]);
        const asked = [
          () => stream.publish(one, [record('a')]),
          () => stream.subscribe({ group: 'g', topics: [one] }, new Inbox().handler),
          () => stream.read(one, 0, 0, 1),
          () => stream.partitions(one),
          () => stream.lag('g'),
          () => stream.ping(),
        ];
        for (const ask of asked) await expect(ask()).rejects.toBeInstanceOf(StreamClosedError);
      });
    });

    it('answers a ping while it is open, and a ping leaves nothing in the log', async () => {
      await stream.ping();
      expect(await readAll(one)).toEqual([]);
    });
  });
}
