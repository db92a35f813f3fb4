import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ClassicLevel } from 'classic-level';
import { InvalidStreamOptionError, StreamDirectoryError } from '../errors';
import type { EventStream, StreamRecord } from '../event-stream';
import { type EmbeddedEventStreamOptions, openEmbeddedEventStream } from './embedded-event-stream';

const TOPICS = { offers: { partitions: 1 } };

/** The one call that writes groups, without its overloads. */
const engine = ClassicLevel.prototype as unknown as {
  batch(operations: unknown, options: unknown): Promise<void>;
};

describe('the embedded event stream', () => {
  let directory: string;
  const opened: EventStream[] = [];

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'passerelle-stream-'));
  });

  afterEach(async () => {
    await Promise.all(opened.splice(0).map((stream) => stream.close()));
    await rm(directory, { recursive: true, force: true });
  });

  async function open(options: Partial<EmbeddedEventStreamOptions> = {}): Promise<EventStream> {
    const stream = await openEmbeddedEventStream({ directory, topics: TOPICS, retryDelay: () => 1, ...options });
    opened.push(stream);
    return stream;
  }

  const readAll = (stream: EventStream): Promise<readonly StreamRecord[]> => stream.read('offers', 0, 0, 1000);

  /** Resolves once the group has committed so much; every commit follows a delivery. */
  async function consume(stream: EventStream, group: string, count: number): Promise<void> {
    let seen = 0;
    let done!: () => void;
    const all = new Promise<void>((resolve) => (done = resolve));
    const subscription = await stream.subscribe({ group, topics: ['offers'] }, (records) => {
      seen += records.length;
      if (seen >= count) done();
      return Promise.resolve();
    });
    await all;
    await subscription.close();
  }

  describe('its directory', () => {
    async function expectProblem(problem: string): Promise<void> {
      const refused = open();
      await expect(refused).rejects.toBeInstanceOf(StreamDirectoryError);
      await expect(refused).rejects.toMatchObject({ directory, problem });
    }

    it('is refused while another stream has it open, and taken when that one is closed', async () => {
      const first = await open();
      await expectProblem('locked');
      await first.publish('offers', [{ key: 'a', value: '1' }]);
      await first.close();
      expect(await readAll(await open())).toHaveLength(1);
    });

    it('is refused while another process has it open', async () => {
      const level = JSON.stringify(require.resolve('classic-level'));
      const script = `const { ClassicLevel } = require(${level});
        new ClassicLevel(process.argv[1]).open().then(() => console.log('open'));
        process.stdin.resume();`;
      const child = spawn(process.execPath, ['-e', script, directory], { stdio: ['pipe', 'pipe', 'inherit'] });
      try {
        await once(child.stdout, 'data');
        await expectProblem('locked');
      } finally {
        child.kill('SIGKILL');
        await once(child, 'exit');
      }
    });

    it('is refused when it cannot be made', async () => {
      const file = join(directory, 'file');
      await writeFile(file, '');
      directory = join(file, 'log');
      await expectProblem('not-writable');
      directory = join(file, '..');
    });

    it('is refused, and left as it was, when a later version wrote it or it belongs to something else', async () => {
      for (const [format, problem] of [
        ['passerelle-stream 2', 'newer-format'],
        ['passerelle-store 1', 'foreign'],
        [undefined, 'foreign'],
      ] as const) {
        await rm(directory, { recursive: true });
        const db = new ClassicLevel(directory);
        await db.put('something', 'else');
        if (format !== undefined) await db.put('!format', format);
        await db.close();
        await expectProblem(problem);
        await db.open();
        expect(await db.keys().all()).toEqual(format === undefined ? ['something'] : ['!format', 'something']);
        await db.close();
      }
    });

    it('is refused when its files are damaged', async () => {
      await (await open()).close();
      const manifest = (await readFile(join(directory, 'CURRENT'), 'utf8')).trim();
      await writeFile(join(directory, manifest), 'not a manifest');
      await expectProblem('unreadable');
    });

    it('is missed by a ping when it is removed', async () => {
      const stream = await open();
      await stream.ping();
      await rm(directory, { recursive: true });
      await expect(stream.ping()).rejects.toThrow('ENOENT');
    });
  });

  describe('its topics', () => {
    it.each<[string, EmbeddedEventStreamOptions['topics'], string]>([
      ['a name that Kafka would refuse', { 'offers/fr': { partitions: 1 } }, 'topics."offers/fr"'],
      ['no partition', { offers: { partitions: 0 } }, 'topics.offers.partitions'],
      ['half a partition', { offers: { partitions: 1.5 } }, 'topics.offers.partitions'],
    ])('are refused with %s', async (_, topics, field) => {
      const refused = open({ topics });
      await expect(refused).rejects.toBeInstanceOf(InvalidStreamOptionError);
      await expect(refused).rejects.toMatchObject({ field });
    });

    it('keep their number of partitions, or the order within a key would be lost', async () => {
      await (await open()).close();
      const refused = open({ topics: { offers: { partitions: 2 } } });
      await expect(refused).rejects.toMatchObject({ field: 'topics.offers.partitions' });
      await expect(refused).rejects.toThrow('made with 1');
    });

    it('may be added, and one whose name begins like another is apart from it', async () => {
      await (await open()).publish('offers', [{ key: 'a', value: 'old' }]);
      await opened.splice(0)[0]!.close();
      const stream = await open({ topics: { ...TOPICS, 'offers-dead': { partitions: 1 }, offer: { partitions: 1 } } });
      await stream.publish('offers-dead', [{ key: 'a', value: 'dead' }]);
      expect((await readAll(stream)).map(({ value }) => value)).toEqual(['old']);
      expect(await stream.read('offer', 0, 0, 10)).toEqual([]);
    });

    it('hold records of the size asked for', async () => {
      await expect(open({ maxRecordBytes: 0 })).rejects.toMatchObject({ field: 'maxRecordBytes' });
    });
  });

  describe('a tombstone', () => {
    const values = async (stream: EventStream): Promise<(string | null)[]> =>
      (await readAll(stream)).map(({ value }) => value);

    it('takes the earlier records of its key out of the log at once when nobody is subscribed', async () => {
      const stream = await open();
      await stream.publish('offers', [
        { key: 'a', value: 'a1' },
        { key: 'a/', value: 'other' },
        { key: 'a', value: 'a2' },
      ]);
      await Promise.all([
        stream.publish('offers', [{ key: 'a', value: 'a3' }]),
        stream.publish('offers', [{ key: 'a', value: null }]),
        stream.publish('offers', [{ key: 'a', value: 'a5' }]),
      ]);
      expect((await readAll(stream)).map(({ offset, value }) => [offset, value])).toEqual([
        [1, 'other'],
        [4, null],
        [5, 'a5'],
      ]);
      await stream.close();
      const again = await open();
      const [position] = await again.publish('offers', [{ key: 'b', value: 'b' }]);
      expect(position!.offset).toBe(6);
    });

    it('waits for the groups that are subscribed, the slowest too', async () => {
      const stream = await open();
      let release!: () => void;
      const released = new Promise<void>((resolve) => (release = resolve));
      let finish!: () => void;
      const finished = new Promise<void>((resolve) => (finish = resolve));
      const seen: (string | null)[] = [];
      const slow = await stream.subscribe({ group: 'slow', topics: ['offers'], maxBatchSize: 1 }, async (records) => {
        await released;
        seen.push(...records.map(({ value }) => value));
        if (seen.length === 3) finish();
      });
      await stream.publish('offers', [
        { key: 'a', value: 'a1' },
        { key: 'a', value: null },
        { key: 'b', value: 'b1' },
      ]);
      await consume(stream, 'fast', 3);
      expect(await values(stream)).toEqual(['a1', null, 'b1']);
      release();
      await finished;
      await slow.close();
      expect(seen).toEqual(['a1', null, 'b1']);
      expect(await values(stream)).toEqual([null, 'b1']);
    });
  });

  it('writes for all who publish at the same time with few calls to the engine', async () => {
    const stream = await open();
    const batch = jest.spyOn(engine, 'batch');
    try {
      const records = Array.from({ length: 500 }, (_, index) => ({ key: `k${index}`, value: 'x' }));
      await Promise.all(records.map((record) => stream.publish('offers', [record])));
      expect(batch.mock.calls.length).toBeLessThanOrEqual(5);
      for (const [, options] of batch.mock.calls) {
        expect(options).toEqual({ sync: true });
      }
    } finally {
      batch.mockRestore();
    }
  });

  it('gives the offsets of a failed write again, and tells every caller', async () => {
    const stream = await open();
    const batch = jest.spyOn(engine, 'batch').mockRejectedValueOnce(new Error('disk full'));
    try {
      const failed = ['a', 'b'].map((key) => stream.publish('offers', [{ key, value: key }]));
      for (const one of failed) await expect(one).rejects.toThrow('disk full');
      expect(await readAll(stream)).toEqual([]);
      expect(await stream.publish('offers', [{ key: 'c', value: 'c' }])).toMatchObject([{ offset: 0 }]);
    } finally {
      batch.mockRestore();
    }
  });

  it('waits longer after each failure in a row, and starts over after a success', async () => {
    const asked: number[] = [];
    const stream = await open({
      retryDelay: (failures) => {
        asked.push(failures);
        return 0;
      },
    });
    await stream.publish('offers', [
      { key: 'a', value: '1' },
      { key: 'a', value: '2' },
    ]);
    let left = 3;
    let done!: () => void;
    const finished = new Promise<void>((resolve) => (done = resolve));
    await stream.subscribe({ group: 'g', topics: ['offers'], maxBatchSize: 1 }, ([record]) => {
      if (left-- > 0) return Promise.reject(new Error('not yet'));
      if (record!.offset === 0) left = 2;
      else done();
      return Promise.resolve();
    });
    await finished;
    expect(asked).toEqual([1, 2, 3, 1, 2]);
  });

  it('keeps a batch of large records within a few megabytes', async () => {
    const stream = await open();
    const megabyte = 'x'.repeat(1024 * 1024);
    await stream.publish(
      'offers',
      Array.from({ length: 20 }, (_, index) => ({ key: `k${index}`, value: megabyte })),
    );
    const sizes: number[] = [];
    let done!: () => void;
    const finished = new Promise<void>((resolve) => (done = resolve));
    await stream.subscribe({ group: 'g', topics: ['offers'] }, (records) => {
      sizes.push(records.length);
      if (sizes.reduce((sum, size) => sum + size, 0) === 20) done();
      return Promise.resolve();
    });
    await finished;
    expect(Math.max(...sizes)).toBeLessThanOrEqual(5);
  });
});
