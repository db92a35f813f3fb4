import type { EventStream } from '@passerelle/stream';
import type { Store } from '@passerelle/store';
import { openStreet, recordOf, type Street } from '../testing/street';

const BREAD = '300089';
const SALES = '300425';

const open: Street[] = [];

async function street(...given: Parameters<typeof openStreet>): Promise<Street> {
  const one = await openStreet(...given);
  open.push(one);
  return one;
}

afterEach(async () => {
  for (const one of open.splice(0)) await one.remove();
});

/** The same object with some of its methods replaced. */
function replaced<T extends object>(real: T, methods: Partial<T>): T {
  return new Proxy(real, {
    get: (target, name) => {
      const method: unknown = Reflect.get(name in methods ? methods : target, name);
      return typeof method === 'function' ? (method.bind(target) as unknown) : method;
    },
  });
}

describe('the road', () => {
  it('stores, ranks and publishes', async () => {
    const { road, append, said, store } = await street();
    await road.handle('offer', await append('offers', [recordOf('o', 1, BREAD)]));
    expect(await said()).toEqual({ 'offer:o': [] });
    await road.handle('profile', await append('profiles', [recordOf('p', 1, BREAD), recordOf('q', 1, '')]));
    expect(await said()).toEqual({ 'offer:o': ['p'], 'profile:p': ['o'], 'profile:q': [] });
    expect(await store.getDocument('profile', 'p')).toMatchObject({ version: 1, source: { position: { offset: 0 } } });
  });

  it('publishes in the next attempt what a failed one had changed', async () => {
    let isDown = false;
    const { road, append, said } = await street({
      stream: (real: EventStream) =>
        replaced(real, {
          publish: (topic, records) =>
            isDown && topic === 'matches' ? Promise.reject(new Error('disk is full')) : real.publish(topic, records),
        }),
    });
    await road.handle('offer', await append('offers', [recordOf('o', 1, BREAD)]));
    const records = await append('profiles', [recordOf('p', 1, BREAD)]);
    isDown = true;
    for (let attempt = 0; attempt < 2; attempt++) {
      await expect(road.handle('profile', records)).rejects.toThrow('disk is full');
    }
    isDown = false;
    await road.handle('profile', records);
    expect(await said()).toEqual({ 'offer:o': ['p'], 'profile:p': ['o'] });
  });

  it('ranks what was stored although the store said that it was not', async () => {
    let isLost = true;
    const { road, append, said } = await street({
      store: (real: Store) =>
        replaced(real, {
          putDocuments: async (documents) => {
            const outcomes = await real.putDocuments(documents);
            if (isLost) throw new Error('connection lost');
            return outcomes;
          },
        }),
    });
    const records = await append('offers', [recordOf('o', 1, BREAD)]);
    await expect(road.handle('offer', records)).rejects.toThrow('connection lost');
    isLost = false;
    await road.handle('offer', records);
    expect(await said()).toEqual({ 'offer:o': [] });
  });

  it('says at the next start what was stored and not said', async () => {
    const first = await openStreet({
      stream: (real: EventStream) =>
        replaced(real, {
          publish: (topic, records) =>
            topic === 'matches' ? Promise.reject(new Error('killed')) : real.publish(topic, records),
        }),
    });
    for (const [kind, id] of [
      ['offer', 'o'],
      ['profile', 'p'],
    ] as const) {
      await expect(first.road.handle(kind, await first.append(`${kind}s`, [recordOf(id, 1, BREAD)]))).rejects.toThrow();
    }
    expect(await first.said()).toEqual({});
    await first.close();
    const second = await street({}, first.directory);
    expect(await second.said()).toEqual({ 'offer:o': ['p'], 'profile:p': ['o'] });
  });

  it('obeys a tombstone without a version once: delivered again it spares what came after it', async () => {
    const { road, append, said, store } = await street();
    const records = await append('offers', [
      recordOf('o', 1, BREAD),
      { key: 'o', value: null },
      recordOf('o', 2, SALES),
    ]);
    for (let delivery = 0; delivery < 2; delivery++) {
      await road.handle('offer', records);
      expect(await store.getDocument('offer', 'o')).toMatchObject({ version: 2 });
      expect(await said()).toEqual({ 'offer:o': [] });
    }
    const late = await append('offers', [{ key: 'o', value: null, headers: { version: '1' } }]);
    await road.handle('offer', late);
    expect(await store.getDocument('offer', 'o')).toMatchObject({ version: 2 });
    await road.handle('offer', await append('offers', [{ key: 'o', value: null }]));
    expect(await store.getDocument('offer', 'o')).toBeNull();
    expect(await said()).toEqual({ 'offer:o': null });
  });

  it('says an erasure again when the attempt before failed after the store', async () => {
    let isDown = false;
    const { road, append, said } = await street({
      stream: (real: EventStream) =>
        replaced(real, {
          publish: (topic, records) =>
            isDown && topic === 'matches' ? Promise.reject(new Error('down')) : real.publish(topic, records),
        }),
    });
    await road.handle('offer', await append('offers', [recordOf('o', 1, BREAD)]));
    const tombstone = await append('offers', [{ key: 'o', value: null }]);
    isDown = true;
    await expect(road.handle('offer', tombstone)).rejects.toThrow('down');
    isDown = false;
    await road.handle('offer', tombstone);
    expect(await said()).toEqual({ 'offer:o': null });
  });

  it('tries a text three times, then refuses it and goes on', async () => {
    const { road, append, reader, letters, store } = await street();
    reader.failures = 2;
    await road.handle('offer', await append('offers', [recordOf('saved', 1, BREAD)]));
    expect(await store.getDocument('offer', 'saved')).not.toBeNull();
    reader.failures = 3;
    await road.handle('offer', await append('offers', [recordOf('lost', 1, 'secret')]));
    await road.handle('offer', await append('offers', [recordOf('next', 1, BREAD)]));
    expect(await store.getDocument('offer', 'next')).not.toBeNull();
    const [letter] = await letters();
    expect(letter).toMatchObject({ key: 'lost', error: { name: 'UnreadableTextError' } });
    expect((letter?.error as { message: string }).message).not.toContain('secret');
  });

  it('refuses what matching could not rank', async () => {
    const { road, append, letters, store } = await street();
    await road.handle('offer', await append('offers', [recordOf('odd', 1, '999999')]));
    expect(await store.getDocument('offer', 'odd')).toBeNull();
    expect(await letters()).toMatchObject([{ key: 'odd', error: { name: 'InvalidMatchDocumentError' } }]);
  });

  it('is not stopped by a dead letter that no log would take', async () => {
    const { road, append, letters } = await street();
    await road.handle('offer', await append('offers', [{ key: 'huge', value: '"'.repeat(3_000_000) }]));
    expect(await letters()).toMatchObject([{ key: 'huge', value: null, offset: 0 }]);
  });

  it('shares a round between the partitions that wait for it', async () => {
    const { road, append, said } = await street();
    const offers = await append(
      'offers',
      ['a', 'b', 'c'].map((id) => recordOf(id, 1, `${BREAD} ${SALES}`)),
    );
    const profiles = await append(
      'profiles',
      ['d', 'e'].map((id) => recordOf(id, 1, SALES)),
    );
    await Promise.all([
      ...offers.map((record) => road.handle('offer', [record])),
      ...profiles.map((record) => road.handle('profile', [record])),
    ]);
    expect(await said()).toMatchObject({ 'offer:a': ['d', 'e'], 'profile:e': ['a', 'b', 'c'] });
  });
});
