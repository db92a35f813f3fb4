import { createServer } from 'node:net';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { seeded } from '../crash/kill';
import { OFFERS, PROFILES, type SampleEvent } from './support/documents';
import { call, linesOf, ndjson } from './support/http';
import { processed, publishedState, until } from './support/log';
import { startMatcher, temporaryDirectory } from './support/matcher';
import { serve, type Served } from './support/served';

const SEED = 20_261_124;
const KILLS = 4;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Whether the process has processed so many events since it started, or all that there are. */
async function hasDone({ url }: Served, least: number): Promise<boolean> {
  const { text } = await call(`${url}/metrics`);
  const values = (name: string): number[] =>
    [...text.matchAll(new RegExp(`^passerelle_${name}\\{.*\\} (\\d+)$`, 'gm'))].map(([, value]) => Number(value));
  const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
  const lags = values('lag');
  return sum(values('events_total')) >= least || (lags.length > 0 && sum(lags) === 0);
}

async function send({ url }: Served, kind: 'offers' | 'profiles', events: readonly SampleEvent[]): Promise<void> {
  const answer = await ndjson(`${url}/v1/batches/${kind}`, events);
  expect(linesOf(answer.text).at(-1)).toEqual({ status: 'done', accepted: events.length, rejected: 0 });
}

describe('a service killed at any moment', () => {
  it('says in the end what one says that was never killed', async () => {
    const offers = OFFERS.slice(0, 16);
    const profiles = PROFILES.slice(0, 16);
    const changed = offers.slice(0, 4).map((offer) => ({ ...offer, version: 2, title: `${offer.title} confirmé` }));
    const erased = [profiles[0]!.id, offers[15]!.id] as const;

    const clean = await temporaryDirectory();
    const calm = await startMatcher(clean.path);
    for (const [topic, events] of [
      ['offers', offers],
      ['profiles', profiles],
      ['offers', changed],
    ] as const) {
      await calm.stream.publish(
        topic,
        events.map((event) => ({ key: event.id, value: JSON.stringify(event) })),
      );
    }
    await calm.stream.publish('profiles', [{ key: erased[0], value: null }]);
    await calm.stream.publish('offers', [{ key: erased[1], value: null }]);
    await processed(calm.stream);
    const expected = await publishedState(calm.stream);
    expect(expected.size).toBe(30);
    await calm.close();

    const random = seeded(SEED);
    const directory = await temporaryDirectory();
    const port = await freePort();
    let served = await serve(directory.path, port);
    await send(served, 'offers', offers);
    await send(served, 'profiles', profiles);
    await send(served, 'offers', changed);
    for (let kill = 0; kill < KILLS; kill++) {
      // Not before it has done some of what is left, and then in the middle of whatever it does.
      const least = Math.floor(random() * 6);
      await until(() => hasDone(served, least));
      expect(await served.kill('SIGKILL')).toEqual({ code: null, signal: 'SIGKILL' });
      served = await serve(directory.path, port);
    }
    expect((await call(`${served.url}/v1/profiles/${erased[0]}`, { method: 'DELETE' })).status).toBe(204);
    expect((await call(`${served.url}/v1/offers/${erased[1]}`, { method: 'DELETE' })).status).toBe(204);
    expect(await served.kill('SIGTERM')).toEqual({ code: 0, signal: null });

    const after = await startMatcher(directory.path);
    await processed(after.stream);
    expect(await publishedState(after.stream)).toEqual(expected);
    await after.close();
    await clean.remove();
    await directory.remove();
  });
});
