import { InvalidEventError } from '../validation/invalid-input-error';
import { parseRecord } from './record';
import { parseTombstone } from './tombstone';

const RECORD = { key: 'p-1', value: null, headers: {}, timestamp: Date.UTC(2026, 2, 1) };
const EVENT = { id: 'p-1', version: 2, occurredAt: '2026-03-01T08:30:00Z', title: '', text: 'Je soude.' };

const violationsOf = (parse: () => unknown): unknown => {
  try {
    return parse();
  } catch (error) {
    return error instanceof InvalidEventError ? error.violations : error;
  }
};

describe('parseRecord', () => {
  it('reads an event', () => {
    const message = parseRecord('profile', { ...RECORD, value: JSON.stringify(EVENT) });
    expect(message).toMatchObject({ type: 'event', event: EVENT });
  });

  it('reads a null value as a tombstone', () => {
    expect(parseRecord('profile', RECORD)).toEqual({
      type: 'tombstone',
      tombstone: { kind: 'profile', id: 'p-1', version: null, occurredAt: '2026-03-01T00:00:00.000Z' },
    });
  });

  it('takes an empty value for no tombstone', () => {
    expect(violationsOf(() => parseRecord('profile', { ...RECORD, value: '' }))).toEqual([
      { field: '(root)', reason: 'Must be JSON.' },
    ]);
  });

  it('refuses an event whose key is not its id: its tombstone would miss it', () => {
    expect(violationsOf(() => parseRecord('profile', { ...RECORD, key: 'p-2', value: JSON.stringify(EVENT) }))).toEqual(
      [{ field: 'id', reason: 'Must be the key of the record.' }],
    );
  });
});

describe('parseTombstone', () => {
  it('takes its version from the header', () => {
    expect(parseTombstone('offer', { ...RECORD, headers: { version: '17' } })).toMatchObject({
      kind: 'offer',
      version: 17,
    });
  });

  it.each(['', '0', '-1', '1.5', '1e3', ' 1', 'x', '9007199254740993', '99999999999999999999'])(
    'refuses the version %j',
    (version) => {
      expect(violationsOf(() => parseTombstone('offer', { ...RECORD, headers: { version } }))).toEqual([
        { field: 'headers.version', reason: 'Must be an integer of at least 1.' },
      ]);
    },
  );

  it('names every field that is wrong', () => {
    const record = { ...RECORD, key: 'a b', headers: { version: 'x' } };
    expect(violationsOf(() => parseTombstone('offer', record))).toMatchObject([
      { field: 'key' },
      { field: 'headers.version' },
    ]);
  });
});
