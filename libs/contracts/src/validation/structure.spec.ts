import { structureViolations } from './structure';

const nested = (levels: number): unknown => {
  let value: unknown = 1;
  for (let level = 0; level < levels; level += 1) value = { inner: value };
  return value;
};

describe('structureViolations', () => {
  it('accepts what JSON can hold', () => {
    expect(structureViolations({ a: [1, 'x', null, true, { b: [] }], toString: 1, '': 2 })).toEqual([]);
  });

  it.each(['__proto__', 'constructor', 'prototype'])('refuses the key %s wherever it is', (key) => {
    const input: unknown = JSON.parse(`{"a":[{"${key}":{"admin":true}}],"${key}":1}`);
    expect(
      structureViolations(input)
        .map(({ field }) => field)
        .sort(),
    ).toEqual([`a[0].${key}`, key].sort());
  });

  it('accepts 16 levels and refuses the 17th', () => {
    expect(structureViolations(nested(16))).toEqual([]);
    expect(structureViolations(nested(17))).toEqual([
      { field: Array(16).fill('inner').join('.'), reason: 'Must be nested at most 16 levels deep.' },
    ]);
  });

  it('is not brought down by a hundred thousand levels or by a circle', () => {
    expect(structureViolations(nested(100_000))).toHaveLength(1);
    const circle: Record<string, unknown> = {};
    circle.self = circle;
    expect(structureViolations(circle)).toHaveLength(1);
  });

  it.each([
    ['one long list', { unknown: Array(30_000).fill(0) }],
    ['many short lists', { unknown: Array.from({ length: 200 }, () => Array<number>(200).fill(0)) }],
  ])('bounds the number of values: %s', (_, input) => {
    expect(structureViolations(input)).toContainEqual(
      expect.objectContaining({ reason: 'Must hold at most 20000 values in all.' }),
    );
  });

  it.each([() => 1, Symbol('s'), 10n, new Map(), new Date(), Promise.resolve(1), Buffer.from('x'), /x/])(
    'refuses %p, which JSON cannot hold',
    (value) => {
      expect(structureViolations({ a: value })).toEqual([
        { field: 'a', reason: 'Must be a value that JSON can hold.' },
      ]);
    },
  );

  it('quotes odd keys and cuts them', () => {
    const [violation] = structureViolations({ ['Jeanne\n'.repeat(1000)]: { constructor: 1 } });
    expect(violation?.field).toMatch(/^"Jeanne\\n.*"\.constructor$/);
    expect(violation?.field.length).toBeLessThan(120);
  });
});
