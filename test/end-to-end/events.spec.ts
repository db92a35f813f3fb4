import { BAKER_OFFER, BAKER_PROFILE, newer, OFFERS, PROFILES, type SampleEvent } from './support/documents';
import { call } from './support/http';
import { processed, publishedState, recordsOf } from './support/log';
import { startMatcher, temporaryDirectory, type TestMatcher } from './support/matcher';

type List = { readonly entries: readonly { readonly id: string; readonly score: number }[] };

let directory: Awaited<ReturnType<typeof temporaryDirectory>>;
let matcher: TestMatcher;

const record = (event: SampleEvent): { key: string; value: string } => ({
  key: event.id,
  value: JSON.stringify(event),
});

async function publish(topic: string, records: Parameters<TestMatcher['stream']['publish']>[1]): Promise<void> {
  await matcher.stream.publish(topic, records);
  await processed(matcher.stream);
}

beforeAll(async () => {
  directory = await temporaryDirectory();
  matcher = await startMatcher(directory.path);
});

afterAll(async () => {
  await matcher.close();
  await directory.remove();
});

describe('the road, over the event log', () => {
  it('publishes for each offer and each profile the list that the API gives', async () => {
    await publish('offers', [record(BAKER_OFFER), ...OFFERS.slice(0, 8).map(record)]);
    await publish('profiles', [record(BAKER_PROFILE), ...PROFILES.slice(0, 8).map(record)]);
    const state = await publishedState(matcher.stream);
    expect(state.size).toBe(18);
    for (const [key, said] of state) {
      const [kind = '', id = ''] = key.split(':');
      const { json } = await call<List>(`${matcher.url}/v1/${kind}s/${id}/matches`);
      expect(said).toMatchObject({ kind, id, entries: json.entries });
    }
    const own = state.get(`offer:${BAKER_OFFER.id}`) as List;
    expect(own.entries[0]?.id).toBe(BAKER_PROFILE.id);
  });

  it('puts an invalid event among the dead letters with its reason, and goes on', async () => {
    const after = { ...BAKER_OFFER, id: 'after-the-bad-one' };
    await publish('offers', [
      { key: 'bad-json', value: '{"id":', headers: { origin: 'test' } },
      { key: 'bad-fields', value: JSON.stringify({ ...BAKER_OFFER, id: 'bad-fields', version: 0, title: 3 }) },
      { key: 'another-key', value: JSON.stringify(BAKER_OFFER) },
      record(after),
    ]);
    const letters = (await recordsOf(matcher.stream, 'dead-letters')).map(
      ({ value }) => JSON.parse(value ?? 'null') as Record<string, unknown>,
    );
    const violations = (...fields: readonly string[]): object => ({
      error: {
        name: 'InvalidEventError',
        violations: fields.map((field) => ({ field, reason: expect.any(String) as string })),
      },
    });
    const byKey = new Map(letters.map((letter) => [letter.key, letter]));
    expect([...byKey.keys()].sort()).toEqual(['another-key', 'bad-fields', 'bad-json']);
    expect(byKey.get('bad-json')).toMatchObject({
      ...{
        originalTopic: 'offers',
        value: '{"id":',
        headers: { origin: 'test' },
        offset: expect.any(Number) as number,
      },
      ...violations('(root)'),
    });
    expect(byKey.get('bad-fields')).toMatchObject(violations('version', 'title'));
    expect(byKey.get('another-key')).toMatchObject(violations('id'));
    expect((await call(`${matcher.url}/v1/offers/${after.id}`)).status).toBe(200);
    expect((await call(`${matcher.url}/health/ready`)).status).toBe(200);
  });

  it('ignores an older version and says nothing twice', async () => {
    await publish('profiles', [record(newer(BAKER_PROFILE, { title: 'Boulangère confirmée' }))]);
    const before = (await recordsOf(matcher.stream, 'matches')).length;
    await publish('profiles', [record(BAKER_PROFILE), record(newer(BAKER_PROFILE, { title: 'Autre' }))]);
    expect((await recordsOf(matcher.stream, 'matches')).length).toBe(before);
    const { json } = await call(`${matcher.url}/v1/profiles/${BAKER_PROFILE.id}`);
    expect(json).toMatchObject({ version: 2, source: { title: 'Boulangère confirmée' } });
  });

  it('erases everywhere: log, dead letters, store, index, lists', async () => {
    await publish('profiles', [{ key: BAKER_PROFILE.id, value: '{' }]);
    await publish('profiles', [{ key: BAKER_PROFILE.id, value: null }]);
    expect((await call(`${matcher.url}/v1/profiles/${BAKER_PROFILE.id}`)).status).toBe(404);
    for (const said of (await publishedState(matcher.stream)).values()) {
      expect(JSON.stringify(said)).not.toContain(BAKER_PROFILE.id);
    }
    const own = (await recordsOf(matcher.stream, 'matches')).filter(({ key }) => key === `profile:${BAKER_PROFILE.id}`);
    expect(own.at(-1)?.value).toBeNull();
    for (const topic of ['profiles', 'dead-letters']) {
      const left = (await recordsOf(matcher.stream, topic)).filter(({ key }) => key.endsWith(BAKER_PROFILE.id));
      expect(left.map(({ value }) => value)).toEqual([null]);
    }
  });

  it('handles several versions and an erasure of one document in one batch', async () => {
    const again = { ...BAKER_PROFILE, version: 5 };
    await publish('profiles', [
      record({ ...again, version: 3 }),
      record({ ...again, version: 4 }),
      { key: again.id, value: null },
      record(again),
    ]);
    const { json } = await call(`${matcher.url}/v1/profiles/${again.id}`);
    expect(json).toMatchObject({ version: 5 });
  });

  it('has the same lists after a restart, and says none of them again', async () => {
    const before = await publishedState(matcher.stream);
    const said = (await recordsOf(matcher.stream, 'matches')).length;
    await matcher.close();
    matcher = await startMatcher(directory.path);
    expect(await publishedState(matcher.stream)).toEqual(before);
    expect((await recordsOf(matcher.stream, 'matches')).length).toBe(said);
    const list = await call<List>(`${matcher.url}/v1/offers/${BAKER_OFFER.id}/matches`);
    expect(before.get(`offer:${BAKER_OFFER.id}`)).toMatchObject({ entries: list.json.entries });
  });

  it('says every list again when another setting of the score makes it', async () => {
    const before = await publishedState(matcher.stream);
    await matcher.close();
    matcher = await startMatcher(directory.path, { PASSERELLE_LIST_SIZE: '2' });
    const after = await publishedState(matcher.stream);
    expect([...after.keys()]).toEqual([...before.keys()]);
    for (const [key, list] of after)
      expect((list as List).entries).toEqual((before.get(key) as List).entries.slice(0, 2));
  });
});
