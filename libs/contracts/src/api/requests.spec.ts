import { InvalidInputError } from '../validation/invalid-input-error';
import { parseListQuery } from './list-query';
import { parseNormalizeRequest } from './normalize-request';
import { ProblemDetails } from './problem-details';

const fieldsOf = (parse: () => unknown): unknown => {
  try {
    return parse();
  } catch (error) {
    return error instanceof InvalidInputError ? error.violations.map(({ field }) => field) : error;
  }
};

describe('parseNormalizeRequest', () => {
  it('reads a text, with or without title', () => {
    expect({ ...(parseNormalizeRequest({ kind: 'offer', text: 'Souder' }) as object) }).toStrictEqual({
      kind: 'offer',
      text: 'Souder',
    });
    expect(parseNormalizeRequest({ kind: 'profile', title: 'CV', text: '' })).toMatchObject({ title: 'CV' });
  });

  it('lists every field that is wrong', () => {
    expect(fieldsOf(() => parseNormalizeRequest({ kind: 'cv', title: 3 }))).toEqual(['kind', 'title', 'text']);
    expect(fieldsOf(() => parseNormalizeRequest('text'))).toEqual(['(root)']);
  });
});

describe('parseListQuery', () => {
  it('asks for 20 entries by default', () => {
    expect({ ...(parseListQuery({}) as object) }).toStrictEqual({ limit: 20 });
    expect(parseListQuery({ limit: null }).limit).toBe(20);
  });

  it('reads the texts of a query string', () => {
    const query = { limit: '200', minScore: '0.25', departement: '2A', contractType: 'CDI' };
    expect({ ...(parseListQuery(query) as object) }).toStrictEqual({ ...query, limit: 200, minScore: 0.25 });
  });

  it.each(['0', '201', '1.5', '1e2', '0x10', ' 5', '', 'many', '-1', NaN, ['5', '6']])('refuses limit %j', (limit) => {
    expect(fieldsOf(() => parseListQuery({ limit }))).toEqual(['limit']);
  });

  it.each(['1.01', '-0.1', 'NaN', '', '.5', true])('refuses minScore %j', (minScore) => {
    expect(fieldsOf(() => parseListQuery({ minScore }))).toEqual(['minScore']);
  });

  it('lists every parameter that is wrong', () => {
    const query = { limit: 'x', minScore: '2', departement: 'Paris', contractType: 'cdi' };
    expect(fieldsOf(() => parseListQuery(query))).toEqual(Object.keys(query));
  });
});

describe('ProblemDetails', () => {
  it('has the members of RFC 9457', () => {
    const members = { type: 'about:blank', title: 'Bad Request', status: 400, detail: 'x', instance: '/v1/offers' };
    expect(JSON.parse(JSON.stringify(new ProblemDetails(members)))).toStrictEqual(members);
  });
});
