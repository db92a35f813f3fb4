import fc from 'fast-check';
import type { NormalizedDocument, NormalizerPool, SourceDocument } from '@passerelle/normalization';
import { openShippedPool, profile, STARTED_WITHIN_MS } from './pool';

const FRAGMENTS = [
  'Vos missions :', '- accueillir les clients', '• préparer les commandes', 'Soudure TIG', "l'entretien des locaux", 'pas de',
  'sans', 'permis B exigé', 'vous êtes autonome', 'et', 'ni', ', ', '. ', '\n', '\n\n', ' : ', 'conducteur·trice', 'H/F', '3×8', '(e)',
  'CACES R489', 'Avantages', 'Formation', '2019 – 2022', 'je cherche', 'anglais courant', '35h', 'Loisirs : football', '&eacute;', '<b>',
]; // prettier-ignore
const ODD = ['😀', '👩‍🚒', '\uD800', '\uDFFF', '\u0000', '\u0007', '\u200B', '\u202E', '\uFEFF', '\u0301', '<li>', '</p>', '&amp;', '&#x1F600;', 'مرحبا', 'שלום', '工作', 'ﬁ', 'İ', 'ß', '\r\n', '\t']; // prettier-ignore

const french = fc.array(fc.constantFrom(...FRAGMENTS), { maxLength: 30 }).map((parts) => parts.join(' '));
const odd = fc.array(fc.constantFrom(...ODD, ...FRAGMENTS), { maxLength: 30 }).map((parts) => parts.join(''));
const anyString = fc.oneof(
  { weight: 3, arbitrary: french },
  { weight: 3, arbitrary: odd },
  { weight: 1, arbitrary: fc.string({ maxLength: 200 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
  {
    weight: 1,
    arbitrary: fc
      .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 100 })
      .map((units) => String.fromCharCode(...units)),
  },
);
const anySource: fc.Arbitrary<SourceDocument> = fc.record({
  kind: fc.constantFrom('offer' as const, 'profile' as const),
  title: fc.oneof(anyString, fc.constantFrom('', 'Boulanger (H/F)')),
  text: anyString,
});

/** All that is promised of any reading of any text. */
function check(source: SourceDocument, read: NormalizedDocument): void {
  for (const { field, start, end, text, confidence, requirement } of read.mentions) {
    expect(text).toBe(source[field].slice(start, end));
    expect(text).not.toBe('');
    expect([confidence >= 0, confidence <= 1]).toEqual([true, true]);
    if (source.kind === 'profile') expect(requirement).toBeNull();
  }
  for (const { confidence, evidence } of [...read.macroCompetences, ...read.savoirs, ...read.contextes]) {
    expect([confidence >= 0, confidence <= 1]).toEqual([true, true]);
    expect(evidence.length).toBeGreaterThan(0);
    for (const { field, start, end } of evidence) {
      expect(start).toBeGreaterThanOrEqual(0);
      expect(end).toBeGreaterThan(start);
      expect(end).toBeLessThanOrEqual(source[field].length);
    }
  }
  const scores = read.metiers.map(({ score }) => score);
  expect(scores.length).toBeLessThanOrEqual(5);
  expect(scores.every((score) => score >= 0)).toBe(true);
  expect(scores).toEqual([...scores].sort((a, b) => b - a));
  expect(scores.reduce((sum, score) => sum + score, 0)).toBeLessThanOrEqual(1 + 1e-6);
  if (read.unscorable !== null) expect(read.unscorable).toMatch(/^[A-ZÉ][^.]+\.$/);
}

describe('any text', () => {
  let pool: NormalizerPool;

  beforeAll(async () => {
    pool = await openShippedPool();
  }, STARTED_WITHIN_MS);
  afterAll(() => pool.close());

  it('is read without a throw, with offsets, confidences and shares that hold', async () => {
    await fc.assert(
      fc.asyncProperty(anySource, async (source) => check(source, await pool.normalize(source))),
      { numRuns: 300 },
    );
  }, 60_000);

  it('is read the same again, after others and in another worker', async () => {
    const other = await openShippedPool(2);
    try {
      const sources = fc.sample(anySource, { numRuns: 60, seed: 11 });
      const first = await Promise.all(sources.map((source) => pool.normalize(source)));
      const again = await Promise.all(sources.map((source) => pool.normalize(source)));
      const backwards = await Promise.all([...sources].reverse().map((source) => other.normalize(source)));
      expect(JSON.stringify(again)).toBe(JSON.stringify(first));
      expect(JSON.stringify(backwards.reverse())).toBe(JSON.stringify(first));
    } finally {
      await other.close();
    }
  }, 60_000);

  // «sans fin» is one word of a million letters, the others are many clauses: each was once a way to lose minutes.
  it.each([
    ['one word without end', 'a'.repeat(1_000_000)],
    ['blanks alone', ' \n'.repeat(500_000)],
    ['nothing but signs', '·/(-.'.repeat(200_000)],
    ['markup left open', '<'.repeat(1_000_000)],
    ['lone surrogates', '\uD800'.repeat(1_000_000)],
  ])(
    'of 1 MB is read in bounded time: %s',
    async (_, text) => {
      const source = profile(text);
      check(source, await pool.normalize(source));
    },
    20_000,
  );
});
