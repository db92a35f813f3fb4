import { deadLetterOf } from './dead-letter';
import { InvalidEventError } from './validation/invalid-input-error';

const RECORD = {
  topic: 'offers',
  partition: 3,
  offset: 41,
  key: 'o-1',
  value: '{',
  headers: { 'schema-version': '1' },
};
const AT = new Date('2026-03-01T08:30:00Z');

describe('deadLetterOf', () => {
  it('keeps the record as given, where it was, and every wrong field', () => {
    const error = new InvalidEventError('offer event', [{ field: 'id', reason: 'Is required.' }]);
    expect(deadLetterOf(RECORD, error, AT)).toEqual({
      ...{ originalTopic: 'offers', partition: 3, offset: 41, key: 'o-1', value: '{', encoding: 'utf-8' },
      headers: { 'schema-version': '1' },
      error: {
        name: 'InvalidEventError',
        message: 'Invalid offer event: id',
        violations: [{ field: 'id', reason: 'Is required.' }],
      },
      failedAt: '2026-03-01T08:30:00.000Z',
    });
  });

  it.each<[string, Buffer | string | null, string | null, string]>([
    ['a tombstone', null, null, 'utf-8'],
    ['UTF-8', Buffer.from('«é» 👩‍🔧'), '«é» 👩‍🔧', 'utf-8'],
    ['a byte order mark', Buffer.from('\ufeff{}'), '\ufeff{}', 'utf-8'],
    ['other bytes', Buffer.from([0xff, 0x00, 0xe9]), '/wDp', 'base64'],
  ])('keeps %s', (_, value, kept, encoding) => {
    expect(deadLetterOf({ ...RECORD, value }, new Error('x'), AT)).toMatchObject({ value: kept, encoding });
  });

  it('bounds the message, and survives what is no error', () => {
    expect(deadLetterOf(RECORD, new RangeError('x'.repeat(5_000)), AT).error).toEqual({
      name: 'RangeError',
      message: 'x'.repeat(1_000),
    });
    expect(deadLetterOf(RECORD, undefined, AT).error).toEqual({ name: 'UnknownError', message: 'undefined' });
  });
});
