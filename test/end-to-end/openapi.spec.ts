import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { BAKER_OFFER, BAKER_PROFILE } from './support/documents';
import { type Answer, call, linesOf } from './support/http';
import { startMatcher, temporaryDirectory, type TestMatcher } from './support/matcher';

interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly required?: boolean }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, unknown>> };
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema: object }>> }>
  >;
}
interface Document {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: object;
}
interface Attempt {
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: string;
  readonly body?: unknown;
  readonly status: number;
}

const MISSING = { id: 'missing', offerId: 'missing', profileId: 'missing', code: '000000' };
const line = (event: unknown): string => `${JSON.stringify(event)}\n{}\n`;

/** How each operation of the document is called, and what it must answer, in this order. */
const ATTEMPTS: Readonly<Record<string, readonly Attempt[]>> = {
  Normalize_normalize: [
    { body: { kind: 'offer', title: BAKER_OFFER.title, text: BAKER_OFFER.text }, status: 200 },
    { body: { kind: 'offer' }, status: 400 },
    { body: 'text', status: 415 },
  ],
  Offers_put: [
    { path: { id: BAKER_OFFER.id }, body: BAKER_OFFER, status: 201 },
    { path: { id: BAKER_OFFER.id }, body: { ...BAKER_OFFER, version: 2 }, status: 200 },
    { path: { id: BAKER_OFFER.id }, body: BAKER_OFFER, status: 409 },
    { path: { id: BAKER_OFFER.id }, body: { id: 3 }, status: 400 },
    { path: { id: BAKER_OFFER.id }, body: 'text', status: 415 },
  ],
  Profiles_put: [
    { path: { id: BAKER_PROFILE.id }, body: BAKER_PROFILE, status: 201 },
    { path: { id: BAKER_PROFILE.id }, body: { ...BAKER_PROFILE, title: '' }, status: 409 },
    { path: { id: 'empty' }, body: { ...BAKER_PROFILE, id: 'empty', title: '', text: '' }, status: 201 },
  ],
  Offers_get: [
    { path: { id: BAKER_OFFER.id }, status: 200 },
    { path: MISSING, status: 404 },
  ],
  Profiles_get: [
    { path: { id: BAKER_PROFILE.id }, status: 200 },
    { path: MISSING, status: 404 },
  ],
  Offers_list: [
    { path: { id: BAKER_OFFER.id }, query: 'limit=5&minScore=0.01&departement=35&contractType=CDI', status: 200 },
    { path: { id: BAKER_OFFER.id }, query: 'limit=none', status: 400 },
    { path: MISSING, status: 404 },
  ],
  Profiles_list: [
    { path: { id: BAKER_PROFILE.id }, status: 200 },
    { path: { id: 'empty' }, status: 200 },
    { path: MISSING, status: 404 },
  ],
  Explanations_explain: [
    { path: { offerId: BAKER_OFFER.id, profileId: BAKER_PROFILE.id }, status: 200 },
    { path: { offerId: BAKER_OFFER.id, profileId: 'empty' }, status: 200 },
    { path: MISSING, status: 404 },
  ],
  Batches_offers: [
    { body: line({ ...BAKER_OFFER, id: 'batch' }), status: 200 },
    { body: line({ intitule: '' }), query: 'format=france-travail', status: 200 },
    { body: line({}), query: 'format=other', status: 400 },
    { body: { not: 'lines' }, status: 415 },
  ],
  Batches_profiles: [
    { body: line({ ...BAKER_PROFILE, id: 'batch' }), status: 200 },
    { body: line({}), query: 'format=france-travail', status: 400 },
  ],
  Rome_search: [
    { query: 'prefix=boulang&limit=3', status: 200 },
    { query: 'limit=3', status: 400 },
  ],
  Rome_concept: [
    { path: { code: '300089' }, status: 200 },
    { path: MISSING, status: 404 },
  ],
  Rome_fiche: [
    { path: { code: 'D1102' }, status: 200 },
    { path: MISSING, status: 404 },
  ],
  Health_live: [{ status: 200 }],
  Health_ready: [{ status: 200 }],
  Metrics_read: [{ status: 200 }],
  Offers_erase: [
    { path: { id: BAKER_OFFER.id }, status: 204 },
    { path: { id: BAKER_OFFER.id }, status: 404 },
  ],
  Profiles_erase: [
    { path: { id: BAKER_PROFILE.id }, status: 204 },
    { path: { id: BAKER_PROFILE.id }, status: 404 },
  ],
};

let directory: Awaited<ReturnType<typeof temporaryDirectory>>;
let matcher: TestMatcher;
let document: Document;
let operations: ReadonlyMap<
  string,
  { readonly method: string; readonly template: string; readonly operation: Operation }
>;
let ajv: Ajv2020;

beforeAll(async () => {
  directory = await temporaryDirectory();
  matcher = await startMatcher(directory.path);
  document = (await call<Document>(`${matcher.url}/docs/json`)).json;
  operations = new Map(
    Object.entries(document.paths).flatMap(([template, item]) =>
      Object.entries(item).map(
        ([method, operation]) => [operation.operationId, { method, template, operation }] as const,
      ),
    ),
  );
  ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats(ajv);
  ajv.addSchema({ $id: 'api', components: document.components });
});

afterAll(async () => {
  await matcher.close();
  await directory.remove();
});

function urlOf(template: string, { path = {}, query = '' }: Attempt): string {
  const filled = template.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(path[name] ?? ''));
  return `${matcher.url}${filled}${query === '' ? '' : `?${query}`}`;
}

function validatorOf(schema: object): ValidateFunction {
  const text = JSON.stringify(schema).replaceAll('"#/components/', '"api#/components/');
  return ajv.compile(JSON.parse(text) as object);
}

async function attempt(id: string, one: Attempt): Promise<Answer> {
  const { method, template, operation } = operations.get(id)!;
  const [type = ''] = Object.keys(operation.requestBody?.content ?? {});
  const headers: Record<string, string> =
    typeof one.body === 'string' ? { 'content-type': type.includes('ndjson') ? type : 'text/plain' } : {};
  return call(urlOf(template, one), { method: method.toUpperCase(), body: one.body, headers });
}

function checkBody(answer: Answer, operation: Operation): void {
  const content = operation.responses[answer.status]?.content;
  if (content === undefined) {
    expect(answer.text).toBe('');
    return;
  }
  const [type = '', { schema } = { schema: {} }] = Object.entries(content)[0] ?? [];
  expect(answer.type.split(';')[0]).toBe(type);
  const validate = validatorOf(schema);
  const values = type.endsWith('ndjson') ? linesOf(answer.text) : [type === 'text/plain' ? answer.text : answer.json];
  for (const value of values) {
    validate(value);
    expect(validate.errors ?? []).toEqual([]);
  }
}

describe('the OpenAPI document', () => {
  it('is OpenAPI 3.1 and shown as pages', async () => {
    expect(document.openapi).toBe('3.1.0');
    expect((await call(`${matcher.url}/docs`)).text).toContain('swagger-ui');
  });

  it('has just the operations that are called here', () => {
    expect([...operations.keys()].sort()).toEqual(Object.keys(ATTEMPTS).sort());
  });

  it.each(Object.keys(ATTEMPTS))('%s answers as the document says', async (id) => {
    for (const one of ATTEMPTS[id]!) {
      const answer = await attempt(id, one);
      expect([answer.status, answer.text.slice(0, 300)]).toEqual([one.status, expect.anything()]);
      expect(Object.keys(operations.get(id)!.operation.responses)).toContain(String(one.status));
      checkBody(answer, operations.get(id)!.operation);
    }
  });

  it('documents every path parameter', () => {
    for (const { template, operation } of operations.values()) {
      const named = [...template.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const documented = (operation.parameters ?? []).filter((parameter) => parameter.in === 'path');
      expect(documented.map(({ name }) => name).sort()).toEqual(named.sort());
    }
  });
});
