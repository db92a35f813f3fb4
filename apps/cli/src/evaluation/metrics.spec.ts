import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readGoldSet } from './gold';
import { linkFigures, normalizeFigures, type PredictedDocument, rankFigures } from './metrics';
import type { LinkLine, NormalizedLine } from './outputs';

const DIRECTORY = join(__dirname, 'tiny-gold');
const gold = readGoldSet(DIRECTORY, 'tiny');
const of = (kind: 'offer' | 'profile') => gold.documents.filter((document) => document.kind === kind);
const lines = <Line>(file: string): Line[] =>
  readFileSync(join(DIRECTORY, file), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);

/** The few links of ROME 4.60 that the tiny set uses. */
const MACROS: Readonly<Record<string, string>> = {
  '103888': '300030',
  '113876': '300030',
  '300030': '300030',
  '300089': '300089',
  '300199': '300199',
  '300393': '300393',
  '300460': '300460',
  '400261': '300199',
  '486446': '300089',
  '499955': '300030',
};
const macroOf = (code: string): string | undefined => MACROS[code];

const linked = new Map(lines<LinkLine>('link.jsonl').map(({ id, span, candidates }) => [`${id} ${span}`, candidates]));
const candidates = (id: string, span: string): readonly string[] => linked.get(`${id} ${span}`) ?? [];

const normalized = new Map(lines<NormalizedLine>('normalize.jsonl').map((line) => [line.id, line]));
const codes = (entries: readonly { readonly code: string }[] = []) => entries.map(({ code }) => code);
const predicted = (id: string): PredictedDocument => {
  const line = normalized.get(id);
  return {
    metiers: codes(line?.metiers),
    mentions: line?.mentions ?? [],
    macros: codes(line?.macros),
    contexts: codes(line?.contexts),
  };
};

const run = new Map<string, Map<string, number>>();
for (const line of readFileSync(join(DIRECTORY, 'run.tsv'), 'utf8').trim().split('\n')) {
  const [profile, , offer, , score] = line.split('\t') as [string, string, string, string, string];
  run.set(profile, (run.get(profile) ?? new Map<string, number>()).set(offer, Number(score)));
}

/** Numbers to nine decimals: sums may be taken in another order. */
const near = (figures: object): unknown =>
  JSON.parse(JSON.stringify(figures), (_, value: unknown) =>
    typeof value === 'number' ? (expect.closeTo(value, 9) as unknown) : value,
  );

// Every figure expected here was computed by the gold set's own evaluate.py from the files of `tiny-gold`.
describe('quality figures, as evaluate.py computes them', () => {
  it('of linking', () => {
    expect(linkFigures(of('offer'), candidates, macroOf)).toEqual(
      near({ spans: 5, mrr: 0.42857142857142855, acc1: 0.2, r5: 0.6, macro5: 1 }),
    );
    expect(linkFigures(of('profile'), candidates, macroOf)).toEqual(
      near({ spans: 3, mrr: 1 / 3, acc1: 1 / 3, r5: 1 / 3, macro5: 2 / 3 }),
    );
  });

  it('of normalization', () => {
    expect(normalizeFigures(of('offer'), predicted, macroOf)).toEqual(
      near({
        documents: 2,
        macros: { precision: 0.5, recall: 2 / 3, f1: 0.5714285714285715 },
        contexts: { precision: 0.5, recall: 0, f1: 0 },
        mentions: 4,
        exact: 0.5,
        odd: 0.375,
        noise: 1,
        metier1: 0.5,
        metier5: 1,
      }),
    );
    expect(normalizeFigures(of('profile'), predicted, macroOf)).toEqual(
      near({
        documents: 3,
        macros: { precision: 1, recall: 1 / 3, f1: 0.5 },
        contexts: { precision: 0, recall: 0, f1: 0 },
        mentions: 1,
        exact: 2 / 3,
        odd: 0,
        noise: 0,
        metier1: 0,
        metier5: 1 / 3,
      }),
    );
  });

  it('of ranking', () => {
    const ranking = (profile: string) => run.get(profile) ?? new Map<string, number>();
    expect(rankFigures(gold.documents, gold.relevance, ranking)).toEqual(
      near({ profiles: 3, ndcg10: 0.9032699137989552, p1: 0.5, r10: 1 }),
    );
  });
});

// By hand: a second opinion on the definitions themselves.
describe('by hand', () => {
  const document = {
    ...{ id: 'a', kind: 'profile' as const, title: '', text: 'coder', rome: [], macros: {}, contexts: {}, noise: [] },
    mentions: [{ span: 'coder', concepts: [{ code: '400261', grade: 2 }] }],
  };

  it('counts an acceptable concept at rank 4 as 1/4, and its macro at rank 2 of the distinct ones', () => {
    const said = ['103888', '113876', '300030', '400261'];
    expect(linkFigures([document], () => said, macroOf)).toEqual({ spans: 1, mrr: 0.25, acc1: 0, r5: 1, macro5: 1 });
  });

  it('discounts gains by the logarithm of the rank', () => {
    const offer = { ...document, id: 'x', kind: 'offer' as const };
    const relevance = new Map([
      [
        'a',
        new Map([
          ['x', 1],
          ['y', 3],
        ]),
      ],
    ]);
    const offers = [document, offer, { ...offer, id: 'y' }];
    const figures = rankFigures(
      offers,
      relevance,
      () =>
        new Map([
          ['x', 0.9],
          ['y', 0.1],
        ]),
    );
    // (1 + 7 / log2 3) / (7 + 1 / log2 3)
    expect(figures.ndcg10).toBeCloseTo((1 + 7 / Math.log2(3)) / (7 + 1 / Math.log2(3)), 12);
    expect(figures).toMatchObject({ profiles: 1, p1: 0, r10: 1 });
  });
});
