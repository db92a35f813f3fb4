import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { BAKER_OFFER, BAKER_PROFILE } from '../end-to-end/support/documents';
import { Folder, passerelle } from './command';

jest.setTimeout(180_000);
const folder = new Folder();
afterAll(() => folder.remove());

it('demo --once streams the documents, shows matches, explains one, and ends', async () => {
  const { code, out, err } = await passerelle(['demo', '--once'], { env: { TMPDIR: folder.path } });
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toMatch(/^64 offres et 64 profils lus, appariés et expliqués en \d+,\d s\.\n/u);
  expect(out.match(/^(Offre|Profil) (offre|profil)-demo-\d+/gmu)?.length).toBeGreaterThanOrEqual(4);
  expect(out).toMatch(/score 0,\d{3}/u);
  const [, offer = '', profile = ''] = /\nL'offre : ([^]*)\nLe profil : ([^]*)$/u.exec(out) ?? [];
  for (const side of [offer, profile]) expect(side).toMatch(/\[[^\]]+\][¹²³⁴⁵⁶⁷⁸⁹]/u);
});

it('explain reads two files and says why they match', async () => {
  const files = [BAKER_OFFER, BAKER_PROFILE].map((event) => folder.write(`${event.id}.json`, JSON.stringify(event)));
  const { code, out, err } = await passerelle(['explain', ...files, '--json']);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  const { offerId, profileId, score, items } = JSON.parse(out) as {
    offerId: string;
    profileId: string;
    score: number;
    items: { kind: string; offer: { evidence: { start: number; end: number; words: string }[] } }[];
  };
  expect([offerId, profileId]).toEqual([BAKER_OFFER.id, BAKER_PROFILE.id]);
  expect(score).toBeGreaterThan(0);
  const [shared] = items.filter(({ kind }) => kind === 'shared');
  const [evidence] = shared!.offer.evidence;
  expect(evidence!.words.length).toBe(evidence!.end - evidence!.start);
});

describe('ingest', () => {
  let server: Server;
  let url: string;
  let requests: { path: string | undefined; key: string | undefined; lines: string[] }[];
  beforeAll((done) => {
    server = createServer((request, response) => {
      void text(request).then((body) => {
        const lines = body.split('\n');
        requests.push({ path: request.url, key: request.headers.authorization, lines });
        const refused = (line: string) => line.includes('bad');
        const outcomes = lines.map((line, index) =>
          refused(line)
            ? { line: index + 1, status: 'rejected', errors: [{ field: 'title', reason: 'Is required.' }] }
            : { line: index + 1, status: 'accepted', id: 'x', version: 1 },
        );
        const rejected = lines.filter(refused).length;
        const end = { status: 'done', accepted: lines.length - rejected, rejected };
        response.end([...outcomes, end].map((outcome) => `${JSON.stringify(outcome)}\n`).join(''));
      });
    }).listen(0, '127.0.0.1', () => {
      url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      done();
    });
  });
  beforeEach(() => (requests = []));
  afterAll((done) => void server.close(done));

  it('sends every line, in requests of five hundred, with the key', async () => {
    const lines = Array.from({ length: 1201 }, (_, index) => JSON.stringify({ id: `a${index}`, title: '' }));
    const file = folder.write('many.jsonl', lines.join('\n\n'));
    const env = { PASSERELLE_API_KEYS: 'a-key-for-the-tests,another-key-for-the-tests' };
    const { code, out } = await passerelle(['ingest', file, '--kind', 'profile', '--url', url, '--json'], { env });
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual({ accepted: 1201, rejected: 0, refusals: [] });
    expect(requests.map(({ path, key, lines: sent }) => [path, key, sent.length])).toEqual(
      [500, 500, 201].map((count) => ['/v1/batches/profiles', 'Bearer a-key-for-the-tests', count]),
    );
    expect(requests.flatMap(({ lines: sent }) => sent)).toEqual(lines);
  });

  it('knows offers of France Travail, and ends with 1 naming those that were refused', async () => {
    const file = folder.write(
      'ft.json',
      JSON.stringify(
        [
          { id: '1', intitule: 'good' },
          { id: '2', intitule: 'bad' },
        ],
        null,
        2,
      ),
    );
    const { code, out, err } = await passerelle(['ingest', file, '--url', url]);
    expect(requests.map(({ path, lines }) => [path, lines.length])).toEqual([
      ['/v1/batches/offers?format=france-travail', 2],
    ]);
    expect({ code, err }).toEqual({ code: 1, err: 'passerelle: 1 of 2 were refused\n' });
    expect(out).toMatch(/item 2 │ title │ Is required\./u);
  });
});
