import * as fc from 'fast-check';
import { InvalidEventError } from '../validation/invalid-input-error';
import { parseEvent, parseEventJson } from './parse';
import { CEFR_LEVELS, CONTRACT_TYPES, DOCUMENT_KINDS, DRIVING_LICENCES, REQUIREMENTS } from './parts';

const label = fc.string({ minLength: 1, maxLength: 300, unit: 'grapheme' }).filter(({ length }) => length <= 300);
const requirement = fc.constantFrom(...REQUIREMENTS);
const departement = fc.constantFrom('01', '09', '19', '2A', '2B', '33', '89', '95', '971', '976');
const instant = fc
  .date({ min: new Date('1970-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());
const skill = fc.integer({ min: 10_000, max: 999_999 }).map(String);
const romeCode = fc.constantFrom('A1101', 'H2913', 'M1805', 'N4301');
const language = { code: fc.constantFrom('fr', 'en', 'pt', 'ar'), level: fc.constantFrom(...CEFR_LEVELS) };
const diploma = { level: fc.integer({ min: 3, max: 8 }), label };
const location = fc.record({ departement, commune: fc.constantFrom('Ajaccio', '33063') }, { requiredKeys: [] });

const some = <T>(item: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.array(item, { maxLength: 3 });
const given = <T extends object>(model: { [Key in keyof T]: fc.Arbitrary<T[Key]> }, ...required: (keyof T)[]) =>
  fc.record(model, { requiredKeys: required });

const base = {
  id: fc.stringMatching(/^[A-Za-z0-9._:-]{1,128}$/),
  version: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
  occurredAt: instant,
  title: fc.string({ maxLength: 300 }),
  text: fc.string({ unit: 'binary', maxLength: 500 }),
};
const REQUIRED = ['id', 'version', 'occurredAt', 'title', 'text'] as const;

const EVENTS: Readonly<Record<(typeof DOCUMENT_KINDS)[number], fc.Arbitrary<object>>> = {
  offer: given(
    {
      ...base,
      contractType: fc.constantFrom(...CONTRACT_TYPES),
      location,
      drivingLicences: some(given({ code: fc.constantFrom(...DRIVING_LICENCES), requirement }, 'code')),
      languages: some(given({ ...language, requirement }, 'code')),
      diplomas: some(given({ ...diploma, requirement }, 'level')),
      certificates: some(given({ label, requirement }, 'label')),
      experience: given({ months: fc.nat(600), requirement }),
      skills: some(given({ code: skill, requirement }, 'code')),
      otherRequirements: some(given({ label, requirement }, 'label')),
      workingConditions: some(label),
      qualities: some(label),
      romeCode,
      expiresAt: instant,
    },
    ...REQUIRED,
  ),
  profile: given(
    {
      ...base,
      contractTypes: some(fc.constantFrom(...CONTRACT_TYPES)),
      location,
      mobility: fc.record({ departements: some(departement) }),
      drivingLicences: some(fc.constantFrom(...DRIVING_LICENCES)),
      languages: some(given(language, 'code')),
      diplomas: some(given(diploma, 'level')),
      certificates: some(label),
      skills: some(fc.record({ code: skill })),
      romeCodes: some(romeCode),
    },
    ...REQUIRED,
  ),
};

function refusesOrReads(parse: () => unknown): void {
  try {
    parse();
  } catch (error) {
    expect(error).toBeInstanceOf(InvalidEventError);
    const { violations } = error as InvalidEventError;
    expect(violations.length).toBeGreaterThan(0);
    for (const { field, reason } of violations) {
      expect(field.length).toBeLessThanOrEqual(120);
      expect(reason).toMatch(/^[A-Z].*\.$/);
    }
  }
}

const kinds = fc.constantFrom(...DOCUMENT_KINDS);

describe('events, whatever comes in', () => {
  it.each(DOCUMENT_KINDS)('a valid %s event survives the round trip', (kind) => {
    fc.assert(
      fc.property(EVENTS[kind], (sample) => {
        const parsed = parseEvent(kind, sample);
        const json = JSON.stringify(parsed);
        expect(JSON.parse(json)).toStrictEqual(JSON.parse(JSON.stringify(sample)));
        expect(parseEventJson(kind, json)).toStrictEqual(parsed);
      }),
      { numRuns: 150 },
    );
  });

  it('any JSON value is read, or refused with InvalidEventError', () => {
    fc.assert(
      fc.property(kinds, fc.jsonValue({ maxDepth: 6 }), (kind, input) => refusesOrReads(() => parseEvent(kind, input))),
      { numRuns: 300 },
    );
  });

  it('any JSON value in any field is read, or refused with InvalidEventError', () => {
    const keys = fc.constantFrom(
      ...[
        'location',
        'mobility',
        'languages',
        'skills',
        'qualities',
        'contractTypes',
        'diplomas',
        'experience',
        'title',
      ],
      ...['code', 'level', 'label', 'departements', 'then', 'toString', 'length', '__proto__', 'constructor'],
    );
    const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
      tree: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        fc.jsonValue({ maxDepth: 1 }),
        fc.array(tie('tree'), { maxLength: 4 }),
        fc.dictionary(keys, tie('tree'), { maxKeys: 4 }),
      ),
    }));
    const changed = kinds.chain((kind) => fc.tuple(fc.constant(kind), EVENTS[kind], keys, tree));
    fc.assert(
      fc.property(changed, ([kind, event, key, value]) =>
        refusesOrReads(() => parseEvent(kind, { ...event, [key]: value })),
      ),
      { numRuns: 500 },
    );
  });

  it('any bytes are read, or refused with InvalidEventError', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => refusesOrReads(() => parseEventJson('profile', bytes))),
    );
  });
});
