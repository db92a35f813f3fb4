import { InvalidEventError } from '../validation/invalid-input-error';
import { OfferEvent } from './offer-event';
import { MAX_EVENT_BYTES, parseEventJson, parseOfferEvent, parseProfileEvent } from './parse';

const BARE = { id: 'o-1', version: 1, occurredAt: '2026-03-01T08:30:00Z', title: 'Soudeur', text: 'Souder des tôles.' };

const FULL_OFFER = {
  ...BARE,
  contractType: 'CDD',
  location: { departement: '2A', commune: 'Ajaccio' },
  drivingLicences: [{ code: 'B', requirement: 'exigé' }],
  languages: [{ code: 'en', level: 'B2', requirement: 'souhaité' }],
  diplomas: [{ level: 3, label: 'CAP métallier', requirement: 'exigé' }],
  certificates: [{ label: 'CACES R489', requirement: 'souhaité' }],
  experience: { months: 24, requirement: 'exigé' },
  skills: [{ code: '300030', requirement: 'exigé' }, { code: '14256' }],
  otherRequirements: [{ label: 'Lecture de plan' }],
  workingConditions: ['Travail de nuit'],
  qualities: ['Rigueur'],
  romeCode: 'H2913',
  expiresAt: '2026-06-01T00:00:00.000Z',
};

const FULL_PROFILE = {
  ...BARE,
  contractTypes: ['CDI', 'MIS'],
  location: { departement: '974' },
  mobility: { departements: ['974', '976'] },
  drivingLicences: ['B', 'CE'],
  languages: [{ code: 'fr', level: 'C2' }, { code: 'pt' }],
  diplomas: [{ level: 4, label: 'Bac pro' }],
  certificates: ['CACES R489'],
  skills: [{ code: '300030' }],
  romeCodes: ['H2913'],
};

function violationsOf(parse: () => unknown): readonly string[] {
  try {
    parse();
  } catch (error) {
    if (!(error instanceof InvalidEventError)) throw error;
    return error.violations.map(({ field, reason }) => `${field}: ${reason}`);
  }
  throw new Error('nothing was refused');
}

describe('parseOfferEvent, parseProfileEvent', () => {
  it('read every field', () => {
    expect(JSON.parse(JSON.stringify(parseOfferEvent(FULL_OFFER)))).toStrictEqual(FULL_OFFER);
    expect(JSON.parse(JSON.stringify(parseProfileEvent(FULL_PROFILE)))).toStrictEqual(FULL_PROFILE);
  });

  it('give an event that holds only what was given', () => {
    expect(Object.keys(parseOfferEvent(BARE)).sort()).toEqual(Object.keys(BARE).sort());
    expect(Object.keys(parseOfferEvent({ ...BARE, location: { departement: '33' } }).location ?? {})).toEqual([
      'departement',
    ]);
  });

  it('accept an empty text: it is for others to say that it cannot be scored', () => {
    expect(parseOfferEvent({ ...BARE, title: '', text: '' })).toMatchObject({ title: '', text: '' });
  });

  it('keep the text to the character', () => {
    const text = ' \u0000\t«é» e\u0301 \ud800 👩‍🔧 &amp; <b>\r\n';
    expect(parseProfileEvent({ ...BARE, text }).text).toBe(text);
  });

  it('ignore unknown fields and never copy them', () => {
    const parsed = parseOfferEvent({
      ...BARE,
      age: 52,
      location: { departement: '33', street: 'rue X' },
      hasOwnProperty: 1,
    });
    expect(JSON.stringify(parsed)).toBe(JSON.stringify(parseOfferEvent({ ...BARE, location: { departement: '33' } })));
  });

  it('take null as absent where absent is allowed', () => {
    const parsed = parseOfferEvent({ ...BARE, location: null, skills: null, languages: [{ code: 'fr', level: null }] });
    expect(JSON.parse(JSON.stringify(parsed))).toStrictEqual({ ...BARE, languages: [{ code: 'fr' }] });
  });

  it('accept the bounds of every range', () => {
    const items = Array.from({ length: 200 }, () => ({ code: '300030' }));
    const bounds = { id: 'A-z.0_9:'.repeat(16), title: 'x'.repeat(300), text: 'é'.repeat(100_000), skills: items };
    expect(parseOfferEvent({ ...BARE, ...bounds, version: Number.MAX_SAFE_INTEGER })).toMatchObject(bounds);
  });

  const TEXT_OF = (min: number, max: number): string => `Must be a text of ${min} to ${max} characters.`;
  const AN_OBJECT = 'Must be an object.';
  const A_LIST = 'Must be an array of at most 200 items.';
  const INSTANT = 'Must be an ISO 8601 instant in UTC, such as 2026-03-01T08:30:00Z.';
  const REQUIREMENT = 'Must be one of exigé, souhaité.';
  const ID = 'Must be an identifier of 1 to 128 characters among A-Z a-z 0-9 . _ : -.';
  const DEPARTEMENT = 'Must be the code of a département: 01 to 95, 2A, 2B or 971 to 976.';

  it.each<[string, object, ...string[]]>([
    ['no id', { id: undefined }, 'id: Is required.'],
    ['a null id', { id: null }, 'id: Is required.'],
    ['an empty id', { id: '' }, `id: ${ID}`],
    ['an id with a space', { id: 'a b' }, `id: ${ID}`],
    ['an id with a line feed at its end', { id: 'a\n' }, `id: ${ID}`],
    ['an id of 129 characters', { id: 'a'.repeat(129) }, `id: ${ID}`],
    ['a numeric id', { id: 7 }, `id: ${ID}`],
    ['no version', { version: undefined }, 'version: Is required.'],
    ['version 0', { version: 0 }, 'version: Must be an integer of at least 1.'],
    ['version 1.5', { version: 1.5 }, 'version: Must be an integer of at least 1.'],
    ['version as text', { version: '1' }, 'version: Must be an integer of at least 1.'],
    ['version NaN', { version: NaN }, 'version: Must be an integer of at least 1.'],
    ['version Infinity', { version: Infinity }, 'version: Must be an integer of at least 1.'],
    ['version beyond 2^53', { version: 2 ** 53 }, 'version: Must be an integer of at least 1.'],
    ['no occurredAt', { occurredAt: undefined }, 'occurredAt: Is required.'],
    ['occurredAt as a number', { occurredAt: 1772353800 }, `occurredAt: ${INSTANT}`],
    ['occurredAt with an offset', { occurredAt: '2026-03-01T08:30:00+01:00' }, `occurredAt: ${INSTANT}`],
    ['30 February', { occurredAt: '2026-02-30T08:30:00Z' }, `occurredAt: ${INSTANT}`],
    ['hour 25', { occurredAt: '2026-02-20T25:30:00Z' }, `occurredAt: ${INSTANT}`],
    ['hour 24', { occurredAt: '2026-02-20T24:00:00Z' }, `occurredAt: ${INSTANT}`],
    ['a date alone', { expiresAt: '2026-02-20' }, `expiresAt: ${INSTANT}`],
    ['no title', { title: undefined }, 'title: Is required.'],
    ['a title of 301', { title: 'x'.repeat(301) }, `title: ${TEXT_OF(0, 300)}`],
    ['no text', { text: undefined }, 'text: Is required.'],
    ['a text of 100,001', { text: 'x'.repeat(100_001) }, `text: ${TEXT_OF(0, 100_000)}`],
    ['a text in pieces', { text: ['a', 'b'] }, `text: ${TEXT_OF(0, 100_000)}`],
    ['an unknown contract', { contractType: 'CDX' }, 'contractType: Must be one of CDI, CDD, MIS, SAI, ALT, STG, LIB.'],
    ['a location as text', { location: 'Paris' }, `location: ${AN_OBJECT}`],
    ['a location as list', { location: [{ departement: '75' }] }, `location: ${AN_OBJECT}`],
    ['département 96', { location: { departement: '96' } }, `location.departement: ${DEPARTEMENT}`],
    ['département 20', { location: { departement: '20' } }, `location.departement: ${DEPARTEMENT}`],
    ['département 1', { location: { departement: 1 } }, `location.departement: ${DEPARTEMENT}`],
    ['an empty commune', { location: { commune: '' } }, `location.commune: ${TEXT_OF(1, 100)}`],
    ['languages as object', { languages: { 0: { code: 'fr' } } }, `languages: ${A_LIST}`],
    ['201 languages', { languages: Array(201).fill({ code: 'fr' }) }, `languages: ${A_LIST}`],
    ['a language as text', { languages: ['fr'] }, `languages[0]: ${AN_OBJECT}`],
    ['a null language', { languages: [null] }, `languages[0]: ${AN_OBJECT}`],
    ['a list in the list', { languages: [[{ code: 'fr' }]] }, `languages[0]: ${AN_OBJECT}`],
    [
      'an unknown language',
      { languages: [{ code: 'xx' }] },
      'languages[0].code: Must be an ISO 639-1 language code, such as fr.',
    ],
    [
      'a level on no scale',
      { languages: [{ code: 'fr', level: 'D1' }] },
      'languages[0].level: Must be one of A1, A2, B1, B2, C1, C2.',
    ],
    ['a diploma of level 9', { diplomas: [{ level: 9 }] }, 'diplomas[0].level: Must be an integer from 3 to 8.'],
    ['an unsaid diploma', { diplomas: [{}] }, 'diplomas[0].level: Is required.'],
    [
      'a requirement without accent',
      { experience: { requirement: 'exige' } },
      `experience.requirement: ${REQUIREMENT}`,
    ],
    ['51 years', { experience: { months: 612 } }, 'experience.months: Must be an integer from 0 to 600.'],
    ['an OGR code in letters', { skills: [{ code: 'S1.2' }] }, 'skills[0].code: Must be an OGR code of 5 or 6 digits.'],
    ['an empty certificate', { certificates: [{ label: '' }] }, `certificates[0].label: ${TEXT_OF(1, 300)}`],
    ['a ROME code of no fiche shape', { romeCode: 'Z1101' }, 'romeCode: Must be a ROME code, such as M1805.'],
    [
      'a licence of no category',
      { drivingLicences: [{ code: 'Z' }] },
      expect.stringMatching(/^drivingLicences\[0\]\.code: Must be one of AM, /) as string,
    ],
    ['a quality as object', { qualities: ['a', {}] }, `qualities[1]: ${TEXT_OF(1, 300)}`],
    [
      'several at once',
      { id: '', qualities: [1, 'a', 2] },
      `id: ${ID}`,
      `qualities[0]: ${TEXT_OF(1, 300)}`,
      `qualities[2]: ${TEXT_OF(1, 300)}`,
    ],
    ['a forbidden key', { nested: { constructor: {} } }, 'nested.constructor: Is a key that no input may use.'],
  ])('name the field and the reason: %s', (_, change, ...expected) => {
    expect([...violationsOf(() => parseOfferEvent({ ...BARE, ...change }))].sort()).toEqual([...expected].sort());
  });

  it.each<[string, object, string]>([
    [
      'a contract among many',
      { contractTypes: ['CDI', 'X'] },
      'contractTypes[1]: Must be one of CDI, CDD, MIS, SAI, ALT, STG, LIB.',
    ],
    ['a mobility without départements', { mobility: {} }, 'mobility.departements: Is required.'],
    ['a mobility abroad', { mobility: { departements: ['33', '99'] } }, `mobility.departements[1]: ${DEPARTEMENT}`],
    ['a certificate as object', { certificates: [{ label: 'x' }] }, `certificates[0]: ${TEXT_OF(1, 300)}`],
    [
      'a licence as object',
      { drivingLicences: [{ code: 'B' }] },
      expect.stringMatching(/^drivingLicences\[0\]: /) as string,
    ],
    ['201 métiers', { romeCodes: Array(201).fill('M1805') }, `romeCodes: ${A_LIST}`],
  ])('name the field and the reason in profiles: %s', (_, change, expected) => {
    expect(violationsOf(() => parseProfileEvent({ ...BARE, ...change }))).toEqual([expected]);
  });

  it.each([null, undefined, 3, 'text', true, [], [BARE]])('refuse %j as a whole', (input) => {
    expect(violationsOf(() => parseOfferEvent(input))).toEqual([`(root): ${AN_OBJECT}`]);
  });

  it.each([new Map(), new Date(), Promise.resolve(1), Buffer.from('x')])(
    'refuse %p where an object is due',
    (value) => {
      expect(violationsOf(() => parseOfferEvent(value))).toEqual(['(root): Must be a value that JSON can hold.']);
      expect(violationsOf(() => parseOfferEvent({ ...BARE, languages: [value] }))).toEqual([
        'languages[0]: Must be a value that JSON can hold.',
      ]);
    },
  );

  it('leave every other object alone when a prototype is aimed at', () => {
    expect(() =>
      parseEventJson('offer', '{"__proto__":{"polluted":1},"languages":[{"__proto__":{"polluted":1}}]}'),
    ).toThrow(InvalidEventError);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  it('never quote a value', () => {
    const secret = 'Jeanne Martin';
    const input = Object.fromEntries(Object.keys(FULL_OFFER).map((key) => [key, [secret, { [key]: secret }]]));
    expect(violationsOf(() => parseOfferEvent(input)).join()).not.toContain('Jeanne');
    const json = (): unknown => parseEventJson('offer', `{"text": ${secret}}`);
    expect(json).toThrow(InvalidEventError);
    expect(json).not.toThrow(/Jeanne/);
  });
});

describe('parseEventJson', () => {
  it('reads text and bytes alike', () => {
    const json = JSON.stringify(FULL_OFFER);
    expect(parseEventJson('offer', json)).toEqual(parseEventJson('offer', Buffer.from(json)));
    expect(parseEventJson('offer', json)).toBeInstanceOf(OfferEvent);
    expect(parseEventJson('profile', JSON.stringify(FULL_PROFILE)).mobility?.departements).toEqual(['974', '976']);
  });

  it.each<[string, string | Buffer, string]>([
    ['nothing', '', 'Must be JSON.'],
    ['half an event', '{"id":"a",', 'Must be JSON.'],
    ['two events', '{}{}', 'Must be JSON.'],
    ['NaN', '{"version":NaN}', 'Must be JSON.'],
    ['bytes of no text', Buffer.from([0x7b, 0xff, 0x7d]), 'Must be UTF-8.'],
    ['a text in Latin-1', Buffer.from('{"text":"é"}', 'latin1'), 'Must be UTF-8.'],
    ['more than 1 MiB', `"${'x'.repeat(MAX_EVENT_BYTES)}"`, 'Must be at most 1048576 bytes long.'],
    ['a million brackets', '['.repeat(1_000_000), 'Must be JSON.'],
    ['a list', '[]', 'Must be an object.'],
  ])('refuses %s', (_, raw, reason) => {
    expect(violationsOf(() => parseEventJson('offer', raw))).toEqual([`(root): ${reason}`]);
  });

  it('has room for the longest text, escaped in the longest way', () => {
    const json = JSON.stringify({ ...FULL_OFFER, text: '\u0001'.repeat(100_000) });
    expect(json.length).toBeGreaterThan(600_000);
    expect(parseEventJson('offer', json).text).toHaveLength(100_000);
  });
});
