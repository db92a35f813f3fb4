import fc from 'fast-check';
import { LexicalIndex, terms } from './lexical-index';

const TEXTS = [
  'Pétrir une pâte',
  'Cuire une pâte',
  'Conduire un camion',
  'Conduire un engin de chantier',
  'Vendre du pain',
];

describe('terms', () => {
  it('are the same for singular and plural, and leave stop words out', () => {
    expect(terms('Les véhicules')).toEqual(terms('un véhicule'));
    expect(terms('de la')).toEqual([]);
  });
});

describe('lexical index', () => {
  const index = LexicalIndex.of(TEXTS, 1);

  it('finds each text by itself first, with similarity 1', () => {
    TEXTS.forEach((text, row) => {
      const [best] = index.search(text, 3);
      expect(best?.row).toBe(row);
      expect(best?.similarity).toBeCloseTo(1, 6);
    });
  });

  it('ranks the rarer shared word higher, and ties by row', () => {
    expect(index.search('pétrir', 5).map(({ row }) => row)).toEqual([0]);
    expect(index.search('pâte', 5).map(({ row }) => row)).toEqual([0, 1]);
  });

  it('lowers the similarity by what no text says', () => {
    const [alone] = index.search('camion', 1);
    const [lost] = index.search('camion zeppelin', 1);
    expect(lost!.similarity).toBeLessThan(alone!.similarity);
  });

  it('passes over words that most texts have, unless they are the whole query', () => {
    const common = LexicalIndex.of(['pain blanc', 'pain noir', 'pain complet'], 0.5);
    expect(common.search('pain noir', 5).map(({ row }) => row)).toEqual([1]);
    expect(common.search('pain', 5)).toHaveLength(3);
  });

  it('finds nothing for nothing, and holds nothing over from one search to the next', () => {
    expect(index.search('', 5)).toEqual([]);
    expect(index.search('zeppelin', 5)).toEqual([]);
    expect(LexicalIndex.of([]).search('pain', 5)).toEqual([]);
    const first = index.search('conduire', 5);
    index.search('pâte camion', 5);
    expect(index.search('conduire', 5)).toEqual(first);
  });

  it('gives the best of all rows in order, with similarities in 0..1', () => {
    const word = fc.constantFrom('pain', 'pate', 'camion', 'engin', 'vendre', 'cuire', 'chantier');
    const phrase = fc.array(word, { maxLength: 4 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(
        fc.array(phrase, { maxLength: 30 }),
        phrase,
        fc.integer({ min: 1, max: 5 }),
        (texts, query, count) => {
          const all = LexicalIndex.of(texts, 1);
          const every = all.search(query, texts.length + 1);
          expect(all.search(query, count)).toEqual(every.slice(0, count));
          for (const { similarity } of every) {
            expect(similarity).toBeGreaterThan(0);
            expect(similarity).toBeLessThanOrEqual(1 + 1e-6);
          }
        },
      ),
    );
  });
});
