import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { createMatcher, readSettings } from '@passerelle/matcher';
import { BAKER_PROFILE, ROOT } from './support/documents';
import { call, ndjson, put } from './support/http';
import { processed } from './support/log';
import { startMatcher, temporaryDirectory, type TestMatcher } from './support/matcher';

const MAIN = join(ROOT, 'apps/matcher/dist/main.js');
const KEYS = ['a-key-of-the-platform', 'a-key-of-the-counselors'] as const;
const MARKER = 'Zébulon-Marqueur-7f3a';

async function start(environment: Readonly<Record<string, string>>): Promise<{ code: number | null; errors: string }> {
  const child = spawn(process.execPath, [MAIN], {
    env: { PATH: process.env.PATH, ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const [errors, [code]] = await Promise.all([
    text(child.stderr),
    once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>,
  ]);
  return { code, errors };
}

describe('the start', () => {
  it('is refused on an open address without keys', async () => {
    const { code, errors } = await start({ PASSERELLE_HOST: '0.0.0.0' });
    expect(code).toBe(2);
    expect(errors).toMatch(/^PASSERELLE_HOST: 0\.0\.0\.0 .*PASSERELLE_API_KEYS/);
    const settings = { ...readSettings({}), host: '0.0.0.0' };
    await expect(createMatcher(settings)).rejects.toThrow(/PASSERELLE_API_KEYS/);
  });

  it('is refused with a wrong setting, by name', async () => {
    const { code, errors } = await start({ PASSERELLE_PORT: 'http', PASSERELLE_THREAD: '2' });
    expect(code).toBe(2);
    expect(errors.trim().split('\n')).toEqual([
      'PASSERELLE_THREAD: no such setting',
      'PASSERELLE_PORT: must be an integer from 0 to 65535',
    ]);
  });
});

describe('a service with keys', () => {
  let directory: Awaited<ReturnType<typeof temporaryDirectory>>;
  let matcher: TestMatcher;

  beforeAll(async () => {
    directory = await temporaryDirectory();
    matcher = await startMatcher(directory.path, { PASSERELLE_API_KEYS: KEYS.join(',') });
  });

  afterAll(async () => {
    await matcher.close();
    await directory.remove();
  });

  const status = async (path: string, headers: Readonly<Record<string, string>> = {}): Promise<number> =>
    (await call(`${matcher.url}${path}`, { headers })).status;

  it('asks for one everywhere but at the probes', async () => {
    expect(await status('/health/live')).toBe(200);
    expect(await status('/health/ready')).toBe(200);
    for (const path of ['/v1/rome/fiches/D1102', '/metrics', '/docs', '/docs/json', '/nowhere', '/health-not']) {
      expect([path, await status(path)]).toEqual([path, 401]);
    }
    const refused = await put(`${matcher.url}/v1/offers/x`, { id: 'x' });
    expect(refused.status).toBe(401);
    expect(refused.type).toMatch(/^application\/problem\+json/);
    expect(refused.headers.get('www-authenticate')).toBe('Bearer');
  });

  it('takes any of them, in either header, and nothing near', async () => {
    const path = '/v1/rome/fiches/D1102';
    for (const key of KEYS) {
      expect(await status(path, { authorization: `Bearer ${key}` })).toBe(200);
      expect(await status(path, { 'x-api-key': key })).toBe(200);
      expect(await status(path, { 'x-api-key': key.slice(1) })).toBe(401);
      expect(await status(path, { authorization: `Basic ${key}` })).toBe(401);
    }
  });

  it('logs neither keys nor a word of what people write', async () => {
    const headers = { 'x-api-key': KEYS[0] };
    const marked = { ...BAKER_PROFILE, id: 'marked', title: MARKER, text: `${BAKER_PROFILE.text} ${MARKER}` };
    const url = `${matcher.url}/v1/profiles/marked`;
    const send = (body: unknown): Promise<unknown> => call(url, { method: 'PUT', body, headers });
    await send(marked);
    await send({ ...marked, version: MARKER, [MARKER]: 1 });
    await call(url, {
      method: 'PUT',
      body: `{"id":"${MARKER}`,
      headers: { ...headers, 'content-type': 'application/json' },
    });
    await call(`${matcher.url}/v1/profiles/${MARKER}?q=${MARKER}`, { headers });
    await call(`${matcher.url}/v1/normalize`, { method: 'POST', body: { kind: 'profile', text: MARKER }, headers });
    await ndjson(`${matcher.url}/v1/batches/profiles`, [marked, MARKER]);
    await matcher.stream.publish('profiles', [
      { key: MARKER, value: `{"${MARKER}"` },
      { key: 'other', value: JSON.stringify({ ...marked, contractTypes: [MARKER] }) },
    ]);
    await processed(matcher.stream);
    await call(`${url}/matches`, { headers });
    const logs = matcher.logs.join('');
    expect(logs).toContain('event refused');
    expect(logs).toContain('/v1/profiles/:id');
    expect(logs).not.toContain(MARKER);
    for (const key of KEYS) expect(logs).not.toContain(key);
  });
});
