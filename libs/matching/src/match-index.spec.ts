import fc from 'fast-check';

import type { DocumentKind, MatchDocument } from './document';
import { MatchIndex, UnknownDocumentError, otherKind, type MatchFilter } from './match-index';
import { InvalidMatchDocumentError } from './prepared-document';
import { anyDocument, anyEvents, documentOf, foundOf, smallEngine, type IndexEvent } from './testing/documents';
import { compareMatches, type Match } from './top-k';

const engine = smallEngine();
const IDS = ['a', 'b', 'B', 'é', 'c', 'd'];

function play(events: readonly IndexEvent[]): { index: MatchIndex; documents: Map<string, MatchDocument> } {
  const index = new MatchIndex(engine);
  const documents = new Map<string, MatchDocument>();
  for (const event of events) {
    if (event.type === 'put') {
      index.put(event.document);
      documents.set(`${event.document.kind} ${event.document.id}`, event.document);
    } else {
      const wasThere = documents.delete(`${event.kind} ${event.id}`);
      expect(index.remove(event.kind, event.id)).toBe(wasThere);
    }
  }
  return { index, documents };
}

/** The definition of a list: every pair scored alone, offer first, then sorted. */
function exhaustive(
  query: MatchDocument,
  documents: Iterable<MatchDocument>,
  limit: number,
  minScore: number,
  filter: MatchFilter,
): Match[] {
  const matches: Match[] = [];
  for (const candidate of documents) {
    if (candidate.kind === query.kind) continue;
    const [offer, profile] = query.kind === 'offer' ? [query, candidate] : [candidate, query];
    const score = engine.score(engine.prepare(offer), engine.prepare(profile));
    if (score === null || score === 0 || score < minScore) continue;
    const { departement, contractTypes } = candidate.constraints;
    if (filter.departement !== undefined && filter.departement !== departement) continue;
    if (filter.contractType !== undefined && !contractTypes.includes(filter.contractType)) continue;
    if (filter.where !== undefined && !filter.where(candidate.constraints)) continue;
    matches.push({ id: candidate.id, score });
  }
  return matches.sort(compareMatches).slice(0, limit);
}

const anyFilter = fc.constantFrom<MatchFilter>(
  {},
  { departement: '33' },
  { contractType: 'CDI' },
  { where: ({ contractTypes }) => contractTypes.length === 0 },
  { departement: '2A', contractType: 'CDD' },
);

describe('top-k', () => {
  it('equals scoring every pair, ids and scores, whatever came, changed and went before', () => {
    fc.assert(
      fc.property(
        anyEvents(IDS, 40),
        fc.integer({ min: 0, max: 7 }),
        fc.constantFrom(0, 0.1, 0.5),
        anyFilter,
        (events, limit, minScore, filter) => {
          const { index, documents } = play(events);
          for (const query of documents.values()) {
            const found = index.topK({ kind: query.kind, id: query.id }, { limit, minScore, filter });
            expect(found).toStrictEqual(exhaustive(query, documents.values(), limit, minScore, filter));
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  it('gives a pair the same score whichever side asks', () => {
    fc.assert(
      fc.property(
        anyDocument('offer', fc.constant('o')),
        anyDocument('profile', fc.constant('p')),
        (offer, profile) => {
          const index = new MatchIndex(engine);
          index.put(offer);
          index.put(profile);
          const fromOffer = index.topK({ kind: 'offer', id: 'o' }, { limit: 1 }).map(({ score }) => score);
          const fromProfile = index.topK({ kind: 'profile', id: 'p' }, { limit: 1 }).map(({ score }) => score);
          expect(fromOffer).toStrictEqual(fromProfile);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('does not depend on the order in which documents came', () => {
    const documents = fc.uniqueArray(
      fc.constantFrom<DocumentKind>('offer', 'profile').chain((kind) => anyDocument(kind, fc.constantFrom(...IDS))),
      { selector: ({ kind, id }) => `${kind} ${id}`, maxLength: 12 },
    );
    const shuffled = documents.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    fc.assert(
      fc.property(shuffled, ([one, other]) => {
        const [a, b] = [one, other].map((list) => play(list.map((document) => ({ type: 'put', document }))).index);
        for (const { kind, id } of one) {
          expect(a!.topK({ kind, id }, { limit: 9 })).toStrictEqual(b!.topK({ kind, id }, { limit: 9 }));
        }
      }),
    );
  });

  it('breaks ties by id in code-unit order', () => {
    const index = new MatchIndex(engine);
    for (const id of ['é', 'b', 'a', 'B']) index.put(documentOf('profile', id, { macros: [foundOf('A')] }));
    const query = documentOf('offer', 'o', { macros: [foundOf('A')] });
    expect(index.topK(query, { limit: 3 }).map(({ id }) => id)).toStrictEqual(['B', 'a', 'b']);
  });

  it('answers a document that is not in the index', () => {
    const index = new MatchIndex(engine);
    index.put(documentOf('profile', 'p', { macros: [foundOf('A')] }));
    const query = documentOf('offer', 'o', { macros: [foundOf('A')] });
    expect(index.topK(query, { limit: 3 })).toHaveLength(1);
    expect(index.has('offer', 'o')).toBe(false);
  });

  it('lists a profile where its person is ready to work, not only where it lives', () => {
    const index = new MatchIndex(engine);
    const macros = [foundOf('A')];
    const constraints = { ...documentOf('profile', 'p').constraints, departement: '33', mobility: ['33', '40'] };
    index.put(documentOf('profile', 'p', { macros, constraints }));
    const query = documentOf('offer', 'o', { macros });
    expect(index.topK(query, { limit: 3, filter: { departement: '40' } })).toHaveLength(1);
    expect(index.topK(query, { limit: 3, filter: { departement: '64' } })).toHaveLength(0);
  });
});

describe('the index', () => {
  it('counts and names what it holds', () => {
    const index = new MatchIndex(engine);
    index.put(documentOf('offer', 'o'));
    index.put(documentOf('offer', 'o', { unscorable: 'Trop court.' }));
    index.put(documentOf('profile', 'o'));
    expect([index.size('offer'), index.size('profile')]).toStrictEqual([1, 1]);
    expect(index.get('offer', 'o').unscorable).toBe('Trop court.');
    expect(index.ids('offer')).toStrictEqual(['o']);
    expect(otherKind('profile')).toBe('offer');
  });

  it('refuses a query for a document that it does not hold', () => {
    const index = new MatchIndex(engine);
    expect(() => index.topK({ kind: 'offer', id: 'x' }, { limit: 1 })).toThrow(UnknownDocumentError);
    expect(() => index.get('profile', 'x')).toThrow('no profile with id x');
    expect(() => index.explain('x', 'y')).toThrow(UnknownDocumentError);
  });

  it('refuses a limit that is no whole number', () => {
    const query = documentOf('offer', 'o');
    for (const limit of [-1, 1.5, NaN]) {
      expect(() => new MatchIndex(engine).topK(query, { limit })).toThrow(/^limit: a whole number was expected/);
    }
  });

  it.each([
    ['macros[1].code', { macros: [foundOf('A'), foundOf('s1')] }],
    ['macros[0].code', { macros: [foundOf('A1')] }],
    ['savoirs[0].code', { savoirs: [foundOf('nope')] }],
    ['contextes[0].confidence', { contextes: [foundOf('c1', { confidence: 1.2 })] }],
    ['macros[0].confidence', { macros: [foundOf('A', { confidence: NaN })] }],
    ['metiers[0].code', { metiers: [{ code: 'Z9999', score: 1 }] }],
    [
      'metiers',
      {
        metiers: [
          { code: 'M1', score: 0.9 },
          { code: 'M2', score: 0.9 },
        ],
      },
    ],
  ])('refuses a wrong document, naming %s, and keeps the one it had', (field, parts) => {
    const index = new MatchIndex(engine);
    const good = documentOf('offer', 'o', { macros: [foundOf('A')] });
    index.put(good);
    const put = (): void => index.put(documentOf('offer', 'o', parts));
    expect(put).toThrow(InvalidMatchDocumentError);
    expect(put).toThrow(`document o, ${field}: `);
    expect(index.get('offer', 'o')).toBe(good);
  });
});
