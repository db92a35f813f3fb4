import { readFileSync } from 'node:fs';
import { Folder, passerelle } from './command';

jest.setTimeout(180_000);
const folder = new Folder();
afterAll(() => folder.remove());

const OFFERS = [
  {
    id: 'o1',
    kind: 'offer',
    title: '🥖 Boulanger',
    text: '🥖 Vous pétrissez la pâte et façonnez les pains. Cuisson au four.',
  },
  { id: 'o2', kind: 'offer', title: 'Jardinier', text: 'Tonte des pelouses, taille des haies, plantation de massifs.' },
];
const PROFILES = [
  {
    id: 'p1',
    kind: 'profile',
    title: 'Boulangère',
    text: 'Pétrissage et façonnage des pains, cuisson, depuis cinq ans.',
    more: 'is ignored',
  },
  { id: 'p2', kind: 'profile', title: '', text: "J'entretiens des jardins : tonte, taille des haies, plantations." },
];
const SPANS = [
  {
    ...OFFERS[0]!,
    mentions: [{ span: 'pétrissez la pâte', concepts: [] }, { span: 'Cuisson au four' }, { span: 'Cuisson au four' }],
  },
];

const write = (name: string, documents: readonly object[]) =>
  folder.write(name, documents.map((document) => `${JSON.stringify(document)}\n`).join(''));
const linesOf = (file: string): string[] => readFileSync(file, 'utf8').trimEnd().split('\n');
const OGR = /^\d+$/u;

// The formats are those that the head of the gold set's evaluate.py states.
it('link: a line per span, codes best first, at most twenty', async () => {
  const out = folder.at('link.jsonl');
  const { code, err } = await passerelle(['link', '--in', write('spans.jsonl', SPANS), '--out', out]);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  const lines = linesOf(out).map((line) => JSON.parse(line) as { id: string; span: string; candidates: string[] });
  expect(lines.map(({ id, span }) => [id, span])).toEqual([
    ['o1', 'pétrissez la pâte'],
    ['o1', 'Cuisson au four'],
  ]);
  for (const line of lines) {
    expect(Object.keys(line)).toEqual(['id', 'span', 'candidates']);
    expect(line.candidates.length).toBeGreaterThan(0);
    expect(line.candidates.length).toBeLessThanOrEqual(20);
    for (const candidate of line.candidates) expect(candidate).toMatch(OGR);
  }
});

it('normalize --in: a line per document, offsets in UTF-16 code units', async () => {
  const out = folder.at('norm.jsonl');
  const documents = [...OFFERS, ...PROFILES];
  const { code, err } = await passerelle(['normalize', '--in', write('documents.jsonl', documents), '--out', out]);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  interface Line {
    readonly id: string;
    readonly metiers: readonly { readonly code: string; readonly score: number }[];
    readonly mentions: readonly {
      field: 'title' | 'text';
      start: number;
      end: number;
      code: string;
      confidence: number;
    }[];
    readonly macros: readonly { readonly code: string; readonly confidence: number }[];
    readonly contexts: readonly { readonly code: string; readonly confidence: number }[];
  }
  const lines = linesOf(out).map((line) => JSON.parse(line) as Line);
  expect(lines.map(({ id }) => id)).toEqual(['o1', 'o2', 'p1', 'p2']);
  for (const [index, line] of lines.entries()) {
    expect(Object.keys(line)).toEqual(['id', 'metiers', 'mentions', 'macros', 'contexts']);
    expect(line.metiers[0]?.code).toMatch(/^[A-N]\d{4}$/u);
    for (const { field, start, end, code: mentioned, confidence } of line.mentions) {
      const words = documents[index]![field].slice(start, end);
      expect(words).toBe(words.trim());
      expect(words).not.toBe('');
      expect(mentioned).toMatch(OGR);
      expect(confidence).toBeGreaterThan(0);
      expect(confidence).toBeLessThanOrEqual(1);
    }
    for (const concept of [...line.macros, ...line.contexts]) expect(concept.code).toMatch(OGR);
  }
  expect(lines[0]!.mentions.length).toBeGreaterThan(0);
});

it('match: a TREC run that puts the right offer first', async () => {
  const out = folder.at('run.tsv');
  const files = ['--offers', write('offers.jsonl', OFFERS), '--profiles', write('profiles.jsonl', PROFILES)];
  const { code, err } = await passerelle(['match', ...files, '--out', out]);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  const rows = linesOf(out).map((line) => line.split('\t'));
  for (const [, q0, , rank, score, tag] of rows) {
    expect([q0, tag]).toEqual(['Q0', 'passerelle']);
    expect(Number(rank)).toBeGreaterThanOrEqual(1);
    expect(Number(score)).toBeGreaterThan(0);
  }
  const first = rows.filter(([, , , rank]) => rank === '1').map(([profile, , offer]) => [profile, offer]);
  expect(first).toEqual([
    ['p1', 'o1'],
    ['p2', 'o2'],
  ]);
});

describe('normalize of one text', () => {
  const TEXT = 'Vous pétrissez la pâte et façonnez les pains. Permis B exigé.';

  it('from standard input, as JSON', async () => {
    const { code, out } = await passerelle(['normalize', '--title', 'Boulanger', '--json'], { input: TEXT });
    expect(code).toBe(0);
    const { mentions, metiers } = JSON.parse(out) as {
      mentions: { field: 'title' | 'text'; start: number; end: number; text: string }[];
      metiers: { code: string }[];
    };
    expect(metiers[0]?.code).toBe('D1102');
    expect(mentions.length).toBeGreaterThan(0);
    const source = { title: 'Boulanger', text: TEXT };
    for (const { field, start, end, text } of mentions) expect(source[field].slice(start, end)).toBe(text);
  });

  it('as a table, with the words between brackets', async () => {
    const { code, out, err } = await passerelle(['normalize', TEXT, '--title', 'Boulanger']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('macro-compétence');
    expect(out).toMatch(/\[[^\]]*pétrissez la pâte[^\]]*\][¹²³⁴⁵⁶⁷⁸⁹]/u);
  });
});
