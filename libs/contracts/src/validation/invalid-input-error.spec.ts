import { InvalidEventError, InvalidInputError } from './invalid-input-error';

const wrong = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ field: `f${index}`, reason: 'Is required.' }));

describe('InvalidInputError', () => {
  it('names the first fields in its message and lists all', () => {
    const error = new InvalidEventError('offer event', wrong(7));
    expect(error).toBeInstanceOf(InvalidInputError);
    expect(error.name).toBe('InvalidEventError');
    expect(error.message).toBe('Invalid offer event: f0, f1, f2, f3, f4 and 2 more');
    expect(error.violations).toHaveLength(7);
    expect(error.omitted).toBe(0);
  });

  it('is bounded: 100 violations, 120 characters of path', () => {
    const error = new InvalidInputError('list query', [
      { field: 'x'.repeat(9_999), reason: 'Is required.' },
      ...wrong(250),
    ]);
    expect(error.violations).toHaveLength(100);
    expect(error.omitted).toBe(151);
    expect(error.violations[0]?.field).toHaveLength(120);
    expect(error.message.length).toBeLessThan(250);
  });
});
