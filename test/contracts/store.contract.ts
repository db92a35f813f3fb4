import {
  type DocumentKind,
  InvalidDocumentError,
  type PutOutcome,
  type Store,
  StoreClosedError,
  type StoredDocument,
  type StoredList,
} from '@passerelle/store';

export interface StoreFixture {
  /** Nothing was stored yet. */
  readonly store: Store;
  /** Closes the store and opens the same one again. */
  reopen(): Promise<Store>;
  /** Closes what is open and removes everything. */
  cleanup(): Promise<void>;
}

const AT = '2026-01-05T08:00:00.000Z';

const document = (id: string, version = 1, kind: DocumentKind = 'offer'): StoredDocument => ({
  kind,
  id,
  version,
  source: { title: `Régleur·euse ${id}`, text: 'Réglage de machines «à commande numérique» \u{1F527}', nothing: null },
  normalized: { macroCompetences: [{ code: '300001', confidence: 0.1 + 0.2, version }], empty: [] },
  provenance: { romeVersion: '460', modelVersion: 'precise-1', weightsVersion: '1' },
  storedAt: AT,
});

const list = (id: string, revision = 1, kind: DocumentKind = 'offer'): StoredList => ({
  kind,
  id,
  revision,
  list: [{ id: 'p1', score: 0.5, revision }],
});

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const collected: T[] = [];
  for await (const item of items) collected.push(item);
  return collected;
}

const idsOf = async (items: AsyncIterable<{ readonly id: string }>): Promise<string[]> =>
  (await collect(items)).map(({ id }) => id);

/** What every adapter of the port must do, sentence by sentence. */
export function describeStore(name: string, open: () => Promise<StoreFixture>): void {
  describe(`store: ${name}`, () => {
    let fixture: StoreFixture;
    let store: Store;

    beforeEach(async () => {
      fixture = await open();
      store = fixture.store;
    });

    afterEach(() => fixture.cleanup());

    const put = async (...documents: StoredDocument[]): Promise<readonly PutOutcome[]> => store.putDocuments(documents);
    const storedVersion = async (id: string): Promise<number | undefined> =>
      (await store.getDocument('offer', id))?.version;

    describe('putting documents', () => {
      it('keeps them to the character, and apart by kind', async () => {
        expect(await put(document('a'), document('a', 7, 'profile'))).toEqual(['applied', 'applied']);
        expect(await store.getDocument('offer', 'a')).toEqual(document('a'));
        expect(await store.getDocument('profile', 'a')).toEqual(document('a', 7, 'profile'));
        expect(await store.getDocument('offer', 'b')).toBeNull();
        expect(await put()).toEqual([]);
      });

      it('applies a newer version, and changes nothing for the same or an older one', async () => {
        await put(document('a', 3));
        const other = { ...document('a', 3), source: { title: 'other' } };
        expect(await put(other)).toEqual(['duplicate']);
        expect(await put(document('a', 2))).toEqual(['stale']);
        expect(await store.getDocument('offer', 'a')).toEqual(document('a', 3));
        expect(await put(document('a', 5))).toEqual(['applied']);
        expect(await storedVersion('a')).toBe(5);
        expect(await store.versionOf('offer', 'a')).toEqual({ version: 5, erased: false });
      });

      it('takes several versions of one id in one call as if put in turn', async () => {
        const outcomes = await put(
          document('a', 2),
          document('b'),
          document('a', 1),
          document('a', 2),
          document('a', 4),
        );
        expect(outcomes).toEqual(['applied', 'applied', 'stale', 'duplicate', 'applied']);
        expect(await storedVersion('a')).toBe(4);
        expect(await store.countDocuments('offer')).toBe(2);
      });

      it('lets concurrent calls on one id take effect in turn: each version once, the newest stays', async () => {
        const versions = Array.from({ length: 40 }, (_, index) => 1 + ((index * 7) % 20));
        const outcomes = (await Promise.all(versions.map((version) => put(document('a', version))))).flat();
        const applied = versions.filter((_, index) => outcomes[index] === 'applied');
        expect(new Set(applied).size).toBe(applied.length);
        expect([...applied].sort((a, b) => a - b)).toEqual(applied);
        expect(applied.at(-1)).toBe(20);
        expect(await storedVersion('a')).toBe(20);
        expect(await store.countDocuments('offer')).toBe(1);
      });

      it('is durable', async () => {
        await put(document('a'), document('b'));
        await store.erase('offer', 'b', 2, AT);
        await store.putLists([list('a', 3)]);
        store = await fixture.reopen();
        expect(await store.getDocument('offer', 'a')).toEqual(document('a'));
        expect(await store.versionOf('offer', 'b')).toEqual({ version: 2, erased: true });
        expect(await store.getList('offer', 'a')).toEqual(list('a', 3));
        expect(await store.countDocuments('offer')).toBe(1);
      });

      it.each<[string, Partial<Record<keyof StoredDocument, unknown>>]>([
        ['kind', { kind: 'invoice' }],
        ['id', { id: '' }],
        ['id', { id: 'x'.repeat(513) }],
        ['id', { id: 'half \ud800' }],
        ['version', { version: -1 }],
        ['version', { version: 1.5 }],
        ['source', { source: undefined }],
        ['normalized', { normalized: undefined }],
      ])('refuses a wrong %s, names it, and keeps none of the call', async (field, wrong) => {
        const refused = put(document('fine'), { ...document('a'), ...wrong } as StoredDocument);
        await expect(refused).rejects.toBeInstanceOf(InvalidDocumentError);
        await expect(refused).rejects.toMatchObject({ field: `documents[1].${field}` });
        expect(await store.countDocuments('offer')).toBe(0);
      });

      it('refuses what is not JSON, and what takes more than 16 MiB', async () => {
        const circular: Record<string, unknown> = {};
        circular['self'] = circular;
        for (const source of [circular, { big: 1n }, 'x'.repeat(16 * 1024 * 1024)]) {
          const refused = put({ ...document('a'), source });
          await expect(refused).rejects.toBeInstanceOf(InvalidDocumentError);
          await expect(refused).rejects.toMatchObject({ field: 'documents[0]' });
        }
        expect(await store.getDocument('offer', 'a')).toBeNull();
      });
    });

    describe('erasing', () => {
      it('removes the document and its list, and leaves only the version', async () => {
        await put(document('a', 3), document('a', 3, 'profile'));
        await store.putLists([list('a')]);
        expect(await store.erase('offer', 'a', 3, AT)).toBe('applied');
        expect(await store.getDocument('offer', 'a')).toBeNull();
        expect(await store.getList('offer', 'a')).toBeNull();
        expect(await collect(store.documents('offer'))).toEqual([]);
        expect(await collect(store.lists('offer'))).toEqual([]);
        expect(await store.countDocuments('offer')).toBe(0);
        expect(await store.versionOf('offer', 'a')).toEqual({ version: 3, erased: true });
        expect(await store.getDocument('profile', 'a')).toEqual(document('a', 3, 'profile'));
      });

      it('does nothing when a newer version is there', async () => {
        await put(document('a', 3));
        expect(await store.erase('offer', 'a', 2, AT)).toBe('stale');
        expect(await storedVersion('a')).toBe(3);
      });

      it('is idempotent, and only goes forward', async () => {
        await put(document('a', 3));
        expect(await store.erase('offer', 'a', 4, AT)).toBe('applied');
        expect(await store.erase('offer', 'a', 4, AT)).toBe('duplicate');
        expect(await store.erase('offer', 'a', 3, AT)).toBe('stale');
        expect(await store.erase('offer', 'a', 6, AT)).toBe('applied');
        expect(await store.versionOf('offer', 'a')).toEqual({ version: 6, erased: true });
        expect(await store.countDocuments('offer')).toBe(0);
      });

      it('keeps late events out, also of an id never seen, until a newer version comes', async () => {
        expect(await store.versionOf('offer', 'a')).toBeNull();
        expect(await store.erase('offer', 'a', 4, AT)).toBe('applied');
        expect(await put(document('a', 3), document('a', 4))).toEqual(['stale', 'stale']);
        await store.putLists([list('a')]);
        expect(await store.getDocument('offer', 'a')).toBeNull();
        expect(await store.getList('offer', 'a')).toBeNull();
        expect(await put(document('a', 5))).toEqual(['applied']);
        expect(await store.versionOf('offer', 'a')).toEqual({ version: 5, erased: false });
        expect(await store.countDocuments('offer')).toBe(1);
        await store.putLists([list('a')]);
        expect(await store.getList('offer', 'a')).toEqual(list('a'));
      });

      it('takes its turn among concurrent calls', async () => {
        await Promise.all([put(document('a', 1)), store.erase('offer', 'a', 2, AT), put(document('a', 1))]);
        expect(await store.versionOf('offer', 'a')).toEqual({ version: 2, erased: true });
        expect(await store.countDocuments('offer')).toBe(0);
      });

      it.each([
        ['id', () => store.erase('offer', '', 1, AT)],
        ['version', () => store.erase('offer', 'a', Number.NaN, AT)],
        ['erasedAt', () => store.erase('offer', 'a', 1, 'yesterday')],
      ])('refuses a wrong %s', async (field, erase) => {
        const refused = erase();
        await expect(refused).rejects.toBeInstanceOf(InvalidDocumentError);
        await expect(refused).rejects.toMatchObject({ field: `erasure.${field}` });
      });
    });

    describe('lists', () => {
      it('keeps the newest revision of each, apart by kind, with or without a document', async () => {
        await store.putLists([list('a', 1), list('a', 4, 'profile'), list('b', 2)]);
        await store.putLists([list('a', 2)]);
        expect(await store.getList('offer', 'a')).toEqual(list('a', 2));
        expect(await store.getList('profile', 'a')).toEqual(list('a', 4, 'profile'));
        expect(await store.getList('profile', 'b')).toBeNull();
        await store.putLists([]);
        expect(await collect(store.lists('offer'))).toEqual([list('a', 2), list('b', 2)]);
        expect(await store.versionOf('offer', 'a')).toBeNull();
      });

      it('change nothing when the revision is not above the stored one', async () => {
        await store.putLists([list('a', 3)]);
        await store.putLists([{ ...list('a', 3), list: [] }, list('a', 2)]);
        expect(await store.getList('offer', 'a')).toEqual(list('a', 3));
      });

      it('stay when their document changes', async () => {
        await put(document('a', 1));
        await store.putLists([list('a', 3)]);
        await put(document('a', 2));
        expect(await store.getList('offer', 'a')).toEqual(list('a', 3));
      });

      it.each<[string, Partial<Record<keyof StoredList, unknown>>]>([
        ['kind', { kind: 'invoice' }],
        ['id', { id: '' }],
        ['revision', { revision: -1 }],
        ['list', { list: undefined }],
      ])('are refused for a wrong %s, none of the call is kept', async (field, wrong) => {
        const refused = store.putLists([list('fine'), { ...list('a'), ...wrong } as StoredList]);
        await expect(refused).rejects.toBeInstanceOf(InvalidDocumentError);
        await expect(refused).rejects.toMatchObject({ field: `lists[1].${field}` });
        expect(await store.getList('offer', 'fine')).toBeNull();
      });
    });

    describe('streaming', () => {
      it('gives all live documents and lists of a kind in the order of the code points of their ids', async () => {
        const ids = ['b', 'a', 'B', 'a/2', 'a-10', 'a:1', 'é', '\u{1F527}', '\uff5e', '0', 'aa'];
        const byCodePoint = [...ids].sort((x, y) => Buffer.compare(Buffer.from(x), Buffer.from(y)));
        await put(...ids.map((id) => document(id)), document('other', 1, 'profile'), document('erased'));
        await store.erase('offer', 'erased', 1, AT);
        await store.putLists([...ids.map((id) => list(id)), list('other', 1, 'profile')]);
        expect(await idsOf(store.documents('offer'))).toEqual(byCodePoint);
        expect(await idsOf(store.lists('offer'))).toEqual(byCodePoint);
        expect(await idsOf(store.documents('profile'))).toEqual(['other']);
      });

      it('shows what was there when it began, whatever is written meanwhile', async () => {
        const ids = Array.from({ length: 3000 }, (_, index) => `d${String(index).padStart(5, '0')}`);
        await put(...ids.map((id) => document(id)));
        const seen: StoredDocument[] = [];
        for await (const found of store.documents('offer')) {
          if (seen.length === 0) {
            await put(document('d00000a'), document('zzz'), document('d02999', 2));
            await store.erase('offer', 'd02998', 2, AT);
          }
          seen.push(found);
        }
        expect(seen.map(({ id }) => id)).toEqual(ids);
        expect(seen.every(({ version }) => version === 1)).toBe(true);
        expect(await idsOf(store.documents('offer'))).toHaveLength(3001);
      });

      it('can be left before the end, and begun again', async () => {
        await put(document('a'), document('b'), document('c'));
        for await (const { id } of store.documents('offer')) if (id === 'b') break;
        expect(await idsOf(store.documents('offer'))).toEqual(['a', 'b', 'c']);
      });

      it('counts live documents of a kind', async () => {
        expect(await store.countDocuments('offer')).toBe(0);
        await put(document('a'), document('b'), document('b', 2), document('c', 1, 'profile'));
        expect([await store.countDocuments('offer'), await store.countDocuments('profile')]).toEqual([2, 1]);
      });
    });

    describe('closing', () => {
      it('keeps what was being written', async () => {
        const written = Array.from({ length: 20 }, (_, index) => put(document(`d${index}`)));
        const closed = store.close();
        await Promise.all([...written, closed]);
        store = await fixture.reopen();
        expect(await store.countDocuments('offer')).toBe(20);
      });

      it('makes everything reject afterwards, and may be called twice', async () => {
        await Promise.all([store.close(), store.close()]);
        const asked: (() => Promise<unknown>)[] = [
          () => put(document('a')),
          () => store.erase('offer', 'a', 1, AT),
          () => store.getDocument('offer', 'a'),
          () => store.versionOf('offer', 'a'),
          () => collect(store.documents('offer')),
          () => store.countDocuments('offer'),
          () => store.putLists([list('a')]),
          () => store.getList('offer', 'a'),
          () => collect(store.lists('offer')),
          () => store.ping(),
        ];
        for (const ask of asked) await expect(ask()).rejects.toBeInstanceOf(StoreClosedError);
      });
    });

    it('answers a ping while it is open, and a ping leaves nothing', async () => {
      await store.ping();
      expect(await collect(store.documents('offer'))).toEqual([]);
    });
  });
}
