import fc from 'fast-check';

import { MatchIndex } from './match-index';
import { StandingLists, type ListChange } from './standing-lists';
import { anyEvents, documentOf, foundOf, smallEngine, type IndexEvent } from './testing/documents';
import type { Match } from './top-k';

const engine = smallEngine();
const IDS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'];
const KINDS = ['offer', 'profile'] as const;

const apply = (lists: StandingLists, event: IndexEvent): ListChange[] =>
  event.type === 'put' ? lists.put(event.document) : lists.remove(event.kind, event.id);

describe('standing lists', () => {
  it('equal a fresh search after every event, and the changes told lead from each state to the next', () => {
    fc.assert(
      fc.property(anyEvents(IDS, 60), fc.integer({ min: 1, max: 3 }), (events, size) => {
        const index = new MatchIndex(engine);
        const lists = new StandingLists(index, size);
        const told = new Map<string, readonly Match[]>();
        for (const event of events) {
          for (const change of apply(lists, event)) {
            const key = `${change.kind} ${change.id}`;
            const before = told.get(key) ?? [];
            const kept = before.filter(({ id }) => !change.left.includes(id)).map(({ id }) => id);
            expect(new Set([...kept, ...change.entered])).toStrictEqual(new Set(change.list.map(({ id }) => id)));
            for (const match of change.list) {
              const same = before.findIndex(({ id, score }) => id === match.id && score === match.score);
              const isStill = same >= 0 && same === change.list.indexOf(match);
              const isTold = change.entered.includes(match.id) || change.moved.includes(match.id);
              expect(isTold).toBe(!isStill);
            }
            told.set(key, change.list);
          }
          for (const kind of KINDS) {
            for (const id of index.ids(kind)) {
              const fresh = index.topK({ kind, id }, { limit: size });
              expect(lists.list(kind, id)).toStrictEqual(fresh);
              expect(told.get(`${kind} ${id}`) ?? []).toStrictEqual(fresh);
            }
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it('start from an index that already holds documents', () => {
    fc.assert(
      fc.property(anyEvents(IDS, 30), anyEvents(IDS, 10), (before, after) => {
        const index = new MatchIndex(engine);
        for (const event of before) {
          if (event.type === 'put') index.put(event.document);
        }
        const lists = new StandingLists(index, 2);
        for (const event of after) apply(lists, event);
        for (const kind of KINDS) {
          for (const id of index.ids(kind)) {
            expect(lists.list(kind, id)).toStrictEqual(index.topK({ kind, id }, { limit: 2 }));
          }
        }
      }),
      { numRuns: 50 },
    );
  });

  it('say what entered, left and moved', () => {
    const lists = new StandingLists(new MatchIndex(engine), 2);
    const profile = (id: string, ...codes: string[]): IndexEvent => ({
      type: 'put',
      document: documentOf('profile', id, { macros: codes.map((code) => foundOf(code)) }),
    });
    lists.put(documentOf('offer', 'o', { macros: [foundOf('A'), foundOf('D'), foundOf('H')] }));
    apply(lists, profile('p1', 'A', 'F'));
    apply(lists, profile('p2', 'A', 'D'));
    const changes = apply(lists, profile('p3', 'A', 'D', 'H'));
    expect(changes.map(({ kind, id, entered, left, moved }) => ({ kind, id, entered, left, moved }))).toStrictEqual([
      { kind: 'profile', id: 'p3', entered: ['o'], left: [], moved: [] },
      { kind: 'offer', id: 'o', entered: ['p3'], left: ['p1'], moved: ['p2'] },
    ]);
  });

  it('do not let a document that fell behind pass those outside the reserve', () => {
    const index = new MatchIndex(engine);
    const lists = new StandingLists(index, 1);
    const put = (id: string, ...codes: string[]): void => {
      lists.put(documentOf('profile', id, { macros: codes.map((code) => foundOf(code)) }));
    };
    lists.put(documentOf('offer', 'o', { macros: ['A', 'D', 'F', 'H'].map((code) => foundOf(code)) }));
    put('p1', 'A', 'D', 'F', 'H');
    put('p2', 'A', 'D', 'F');
    put('p3', 'A', 'D');
    put('p4', 'A', 'D', 'S');
    put('p2', 'A', 'S', 'R');
    lists.remove('profile', 'p1');
    expect(lists.list('offer', 'o').map(({ id }) => id)).toStrictEqual(['p3']);
    expect(lists.list('offer', 'o')).toStrictEqual(index.topK({ kind: 'offer', id: 'o' }, { limit: 1 }));
  });

  it('tell the end of a removed list, and nothing of an unknown document', () => {
    const lists = new StandingLists(new MatchIndex(engine), 2);
    lists.put(documentOf('offer', 'o', { macros: [foundOf('A')] }));
    lists.put(documentOf('profile', 'p', { macros: [foundOf('A')] }));
    expect(lists.remove('offer', 'x')).toStrictEqual([]);
    expect(lists.remove('offer', 'o')).toStrictEqual([
      { kind: 'offer', id: 'o', list: [], entered: [], left: ['p'], moved: [] },
      { kind: 'profile', id: 'p', list: [], entered: [], left: ['o'], moved: [] },
    ]);
    expect(lists.list('offer', 'o')).toStrictEqual([]);
  });

  it('refuse a size that is no whole number of 1 or more', () => {
    for (const size of [0, 1.5, NaN]) {
      expect(() => new StandingLists(new MatchIndex(engine), size)).toThrow(/^size: a whole number from 1/);
    }
  });
});
