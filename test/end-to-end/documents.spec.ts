import { BAKER_OFFER, BAKER_PROFILE, newer } from './support/documents';
import { call, linesOf, ndjson, put } from './support/http';
import { processed } from './support/log';
import { startMatcher, temporaryDirectory, type TestMatcher } from './support/matcher';

interface View {
  readonly version: number;
  readonly source: { readonly title: string; readonly text: string };
  readonly normalized: {
    readonly mentions: readonly { field: 'title' | 'text'; start: number; end: number; text: string }[];
    readonly macroCompetences: readonly unknown[];
  };
  readonly provenance: Readonly<Record<string, string>>;
}
interface List {
  readonly entries: readonly { readonly id: string; readonly score: number; readonly vetoes: readonly string[] }[];
}
type Evidence = readonly { field: 'title' | 'text'; start: number; end: number; words: string }[];
interface Explained {
  readonly score: number;
  readonly items: readonly {
    kind: string;
    contribution: number;
    offer: { evidence: Evidence };
    profile: { evidence: Evidence } | null;
  }[];
  readonly savoirs: readonly { contribution: number }[];
  readonly contextes: readonly { contribution: number }[];
  readonly metiers: readonly { contribution: number }[];
  readonly vetoes: readonly { kind: string; status: string }[];
  readonly sentence: string;
}
interface ProblemBody {
  readonly status: number;
  readonly title: string;
  readonly instance: string;
  readonly errors?: readonly { field: string; reason: string }[];
}

let directory: Awaited<ReturnType<typeof temporaryDirectory>>;
let matcher: TestMatcher;
const at = (path: string): string => `${matcher.url}${path}`;
const offerUrl = (): string => at(`/v1/offers/${BAKER_OFFER.id}`);

beforeAll(async () => {
  directory = await temporaryDirectory();
  matcher = await startMatcher(directory.path);
});

afterAll(async () => {
  await matcher.close();
  await directory.remove();
});

describe('a document over HTTP', () => {
  it('is unknown before it is put', async () => {
    const answer = await call<ProblemBody>(offerUrl());
    expect(answer.status).toBe(404);
    expect(answer.type).toMatch(/^application\/problem\+json/);
    expect(answer.json).toMatchObject({ status: 404, title: 'Not Found', instance: `/v1/offers/${BAKER_OFFER.id}` });
  });

  it('is read, ranked and explained when it is put', async () => {
    const created = await put(offerUrl(), BAKER_OFFER);
    expect(created.status).toBe(201);
    const view = created.json as View;
    expect(view.normalized.macroCompetences.length).toBeGreaterThan(0);
    for (const { field, start, end, text } of view.normalized.mentions) {
      expect(view.source[field].slice(start, end)).toBe(text);
    }
    expect(Object.keys(view.provenance).sort()).toEqual(['modelVersion', 'romeVersion', 'weightsVersion']);
    expect((await call(offerUrl())).json).toEqual(view);

    expect((await put(at(`/v1/profiles/${BAKER_PROFILE.id}`), BAKER_PROFILE)).status).toBe(201);
    const [ofOffer, ofProfile] = await Promise.all([
      call<List>(`${offerUrl()}/matches`),
      call<List>(at(`/v1/profiles/${BAKER_PROFILE.id}/matches`)),
    ]);
    expect(ofOffer.json.entries.map(({ id }) => id)).toEqual([BAKER_PROFILE.id]);
    expect(ofProfile.json.entries.map(({ id }) => id)).toEqual([BAKER_OFFER.id]);
    expect(ofOffer.json.entries[0]?.score).toBe(ofProfile.json.entries[0]?.score);
  });

  it('is explained in full, with the words that prove it', async () => {
    const { json } = await call<Explained>(`${offerUrl()}/matches/${BAKER_PROFILE.id}`);
    const shared = json.items.filter(({ kind }) => kind === 'shared');
    expect(shared.length).toBeGreaterThan(0);
    const sides = { offer: BAKER_OFFER, profile: BAKER_PROFILE };
    for (const item of json.items) {
      for (const side of ['offer', 'profile'] as const) {
        for (const { field, start, end, words } of item[side]?.evidence ?? []) {
          expect(sides[side][field].slice(start, end)).toBe(words);
          expect(words).not.toBe('');
        }
      }
    }
    const parts = [json.items, json.savoirs, json.contextes, json.metiers].flatMap((items) =>
      items.map(({ contribution }) => contribution),
    );
    expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(json.score, 9);
    expect(json.vetoes).toMatchObject([{ kind: 'drivingLicence', status: 'toVerify' }]);
    expect(json.sentence).toMatch(/\.$/);
  });

  it('is filtered exactly', async () => {
    const query = async (parameters: string): Promise<number> =>
      (await call<List>(`${offerUrl()}/matches?${parameters}`)).json.entries.length;
    expect(await query('departement=22')).toBe(1);
    expect(await query('departement=75')).toBe(0);
    expect(await query('contractType=CDD')).toBe(1);
    expect(await query('contractType=LIB')).toBe(0);
    expect(await query('minScore=1')).toBe(0);
    const wrong = await call<ProblemBody>(`${offerUrl()}/matches?limit=0&minScore=2&departement=99`);
    expect(wrong.status).toBe(400);
    expect(wrong.json.errors?.map(({ field }) => field).sort()).toEqual(['departement', 'limit', 'minScore']);
  });

  it('is replaced by a newer version only', async () => {
    const same = await put(offerUrl(), BAKER_OFFER);
    expect(same.status).toBe(200);
    const second = newer(BAKER_OFFER, { title: 'Boulanger confirmé' });
    expect((await put(offerUrl(), second)).status).toBe(200);
    for (const late of [BAKER_OFFER, { ...second, title: 'Autre' }]) {
      const refused = await put(offerUrl(), late);
      expect(refused.status).toBe(409);
      expect((refused.json as ProblemBody).errors).toMatchObject([{ field: 'version' }]);
    }
    expect((await call<View>(offerUrl())).json).toMatchObject({ version: 2, source: { title: 'Boulanger confirmé' } });
  });

  it('tells of a change that alters no score', async () => {
    const changed = newer(newer(BAKER_OFFER), {
      title: 'Boulanger confirmé',
      drivingLicences: [{ code: 'CE', requirement: 'exigé' }],
    });
    await put(offerUrl(), changed);
    const { entries } = (await call<List>(at(`/v1/profiles/${BAKER_PROFILE.id}/matches`))).json;
    expect(entries[0]?.vetoes.join()).toContain('permis CE');
    const stored = (await call<List>(`${offerUrl()}/matches`)).json;
    expect(stored.entries[0]?.vetoes.join()).toContain('permis CE');
  });

  it('is erased everywhere, and does not come back with an old version', async () => {
    expect((await call(offerUrl(), { method: 'DELETE' })).status).toBe(204);
    expect((await call(offerUrl())).status).toBe(404);
    expect((await call(`${offerUrl()}/matches`)).status).toBe(404);
    expect((await call(`${offerUrl()}/matches/${BAKER_PROFILE.id}`)).status).toBe(404);
    expect((await call<List>(at(`/v1/profiles/${BAKER_PROFILE.id}/matches`))).json.entries).toEqual([]);
    expect((await call(offerUrl(), { method: 'DELETE' })).status).toBe(404);
    expect((await put(offerUrl(), newer(BAKER_OFFER))).status).toBe(409);
    expect((await put(offerUrl(), { ...BAKER_OFFER, version: 9 })).status).toBe(201);
  });
});

describe('a batch over HTTP', () => {
  it('tells what became of each line, and goes on after a bad one', async () => {
    const lines = [
      { ...BAKER_OFFER, id: 'batch-1' },
      '{"id":',
      { ...BAKER_OFFER, id: 'batch 2', version: 0 },
      { ...BAKER_OFFER, id: 'batch-3' },
    ];
    const answer = await ndjson(at('/v1/batches/offers'), lines);
    expect(answer.status).toBe(200);
    expect(answer.type).toMatch(/^application\/x-ndjson/);
    const outcomes = linesOf(answer.text);
    expect(outcomes).toMatchObject([
      { line: 1, status: 'accepted', id: 'batch-1', version: 1 },
      { line: 2, status: 'rejected', errors: [{ field: '(root)' }] },
      { line: 3, status: 'rejected', errors: [{ field: 'id' }, { field: 'version' }] },
      { line: 4, status: 'accepted', id: 'batch-3', version: 1 },
      { status: 'done', accepted: 2, rejected: 2 },
    ]);
    await processed(matcher.stream);
    expect((await call(at('/v1/offers/batch-3'))).status).toBe(200);
  });

  it('takes the offers of France Travail as they come', async () => {
    const offer = {
      id: '187XKLM',
      intitule: 'Boulanger / Boulangère (H/F)',
      description: 'Vous fabriquez pains et viennoiseries et vous assurez la cuisson.',
      dateCreation: '2026-03-01T08:30:00.000Z',
      lieuTravail: { libelle: '35 - Rennes', codePostal: '35000' },
      typeContrat: 'CDI',
      romeCode: 'D1102',
      permis: [{ libelle: 'B - Véhicule léger', exigence: 'E' }],
    };
    const answer = await ndjson(at('/v1/batches/offers?format=france-travail'), [
      offer,
      { intitule: 'sans identifiant' },
    ]);
    expect(linesOf(answer.text)).toMatchObject([
      { line: 1, status: 'accepted', id: offer.id },
      { line: 2, status: 'rejected' },
      { status: 'done', accepted: 1, rejected: 1 },
    ]);
    const other = { ...offer, id: '187XKLN' };
    const created = await put(at(`/v1/offers/${other.id}?format=france-travail`), other);
    expect(created.status).toBe(201);
    expect(created.json).toMatchObject({
      source: { contractType: 'CDI', location: { departement: '35' }, romeCode: 'D1102' },
    });
    expect((await put(at('/v1/profiles/p?format=france-travail'), other)).status).toBe(400);
  });
});

describe('a wrong request', () => {
  const problem = async (path: string, init: Parameters<typeof call>[1]): Promise<readonly [number, ProblemBody]> => {
    const answer = await call<ProblemBody>(at(path), init);
    expect(answer.type).toMatch(/^application\/problem\+json/);
    expect(answer.json.status).toBe(answer.status);
    expect(answer.text).not.toMatch(/node_modules|\.js:|\.ts:/);
    return [answer.status, answer.json];
  };
  const json = { 'content-type': 'application/json' };

  it('is answered with a problem that says what is wrong', async () => {
    expect((await problem('/nowhere', {}))[0]).toBe(404);
    expect((await problem('/v1/offers/%ZZ', {}))[0]).toBe(400);
    expect((await problem('/v1/offers/x', { method: 'POST', body: {} }))[0]).toBe(405);
    expect(
      (await problem('/v1/offers/x', { method: 'PUT', body: 'text', headers: { 'content-type': 'text/plain' } }))[0],
    ).toBe(415);
    expect((await problem('/v1/batches/offers', { method: 'POST', body: {} }))[0]).toBe(415);
    expect(
      (await problem('/v1/offers/x', { method: 'PUT', body: `{"id":"${'x'.repeat(1_100_000)}"}`, headers: json }))[0],
    ).toBe(413);
    expect(
      (await problem('/v1/normalize', { method: 'POST', body: { kind: 'poem' } }))[1].errors?.map(({ field }) => field),
    ).toEqual(['kind', 'text']);
    expect((await problem('/v1/rome/concepts/000000', {}))[0]).toBe(404);
    expect((await problem('/v1/rome/concepts?limit=x', {}))[1].errors?.map(({ field }) => field)).toEqual([
      'prefix',
      'limit',
    ]);
  });

  it('names the fields of a malformed body', async () => {
    expect((await problem('/v1/offers/x', { method: 'PUT', body: '{"id"', headers: json }))[1].errors).toEqual([
      { field: '(root)', reason: 'Must be JSON.' },
    ]);
    expect((await problem('/v1/offers/x', { method: 'PUT', body: [] }))[1].errors).toEqual([
      { field: '(root)', reason: 'Must be an object.' },
    ]);
    expect(
      (await problem('/v1/offers/x', { method: 'PUT', body: { ...BAKER_OFFER, version: 'one' } }))[1].errors,
    ).toMatchObject([{ field: 'version' }]);
    expect((await problem('/v1/offers/x', { method: 'PUT', body: BAKER_OFFER }))[1].errors).toEqual([
      { field: 'id', reason: 'Must be the id in the path.' },
    ]);
  });

  it('says which methods a path takes', async () => {
    const answer = await call(at('/v1/offers/x/matches'), { method: 'PUT', body: {} });
    expect(answer.status).toBe(405);
    expect(answer.headers.get('allow')).toBe('GET');
  });
});
