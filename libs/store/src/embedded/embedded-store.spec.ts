import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ClassicLevel } from 'classic-level';
import fc from 'fast-check';
import { StoreDirectoryError } from '../errors';
import type { PutOutcome, Store, StoredDocument } from '../store';
import { openEmbeddedStore } from './embedded-store';

const AT = '2026-01-05T08:00:00.000Z';

const offer = (id: string, version: number): StoredDocument => ({
  kind: 'offer',
  id,
  version,
  source: { version },
  normalized: {},
  provenance: { romeVersion: '460', modelVersion: 'm', weightsVersion: 'w' },
  storedAt: AT,
});

/** The one call that writes groups, without its overloads. */
const engine = ClassicLevel.prototype as unknown as {
  batch(operations: unknown, options: unknown): Promise<void>;
};

describe('the embedded store', () => {
  let directory: string;
  const opened: Store[] = [];

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'passerelle-store-'));
  });

  afterEach(async () => {
    await Promise.all(opened.splice(0).map((store) => store.close()));
    await rm(directory, { recursive: true, force: true });
  });

  async function open(): Promise<Store> {
    const store = await openEmbeddedStore({ directory });
    opened.push(store);
    return store;
  }

  describe('its directory', () => {
    async function expectProblem(problem: string): Promise<void> {
      const refused = open();
      await expect(refused).rejects.toBeInstanceOf(StoreDirectoryError);
      await expect(refused).rejects.toMatchObject({ directory, problem });
    }

    it('is refused while another store has it open', async () => {
      await open();
      await expectProblem('locked');
    });

    it('is refused when it cannot be made', async () => {
      const file = join(directory, 'file');
      await writeFile(file, '');
      directory = join(file, 'store');
      await expectProblem('not-writable');
      directory = join(file, '..');
    });

    it('is refused, and left as it was, when a later version wrote it or it belongs to something else', async () => {
      for (const [format, problem] of [
        ['passerelle-store 2', 'newer-format'],
        ['passerelle-stream 1', 'foreign'],
        [undefined, 'foreign'],
      ] as const) {
        await rm(directory, { recursive: true });
        const db = new ClassicLevel(directory);
        await db.put('something', 'else');
        if (format !== undefined) await db.put('!format', format);
        await db.close();
        await expectProblem(problem);
        await db.open();
        expect(await db.keys().all()).toEqual(format === undefined ? ['something'] : ['!format', 'something']);
        await db.close();
      }
    });

    it('is refused when its files are damaged', async () => {
      await (await open()).close();
      const manifest = (await readFile(join(directory, 'CURRENT'), 'utf8')).trim();
      await writeFile(join(directory, manifest), 'not a manifest');
      await expectProblem('unreadable');
    });

    it('is missed by a ping when it is removed', async () => {
      const store = await open();
      await store.ping();
      await rm(directory, { recursive: true });
      await expect(store.ping()).rejects.toThrow('ENOENT');
    });
  });

  it('leaves no word of an erased document in the database', async () => {
    const store = await open();
    await store.putDocuments([{ ...offer('a', 1), source: 'a secret' }]);
    await store.putLists([{ kind: 'offer', id: 'a', revision: 1, list: 'a secret' }]);
    await store.erase('offer', 'a', 2, AT);
    await store.close();
    const db = new ClassicLevel(directory);
    const entries = await db.iterator().all();
    await db.close();
    expect(entries.filter(([key]) => key.endsWith('/a'))).toEqual([
      ['h/offer/a', JSON.stringify({ version: 2, erasedAt: AT, revision: null })],
    ]);
  });

  it('writes for all who call at the same time with few calls to the engine', async () => {
    const store = await open();
    const batch = jest.spyOn(engine, 'batch');
    try {
      await Promise.all(Array.from({ length: 500 }, (_, index) => store.putDocuments([offer(`o${index}`, 1)])));
      expect(batch.mock.calls.length).toBeLessThanOrEqual(5);
      for (const [, options] of batch.mock.calls) {
        expect(options).toEqual({ sync: true });
      }
    } finally {
      batch.mockRestore();
    }
  });

  it('changes nothing, not even its count, when a write fails', async () => {
    const store = await open();
    const batch = jest.spyOn(engine, 'batch').mockRejectedValueOnce(new Error('disk full'));
    try {
      const failed = ['a', 'b'].map((id) => store.putDocuments([offer(id, 1)]));
      for (const one of failed) await expect(one).rejects.toThrow('disk full');
      expect(await store.countDocuments('offer')).toBe(0);
      expect(await store.putDocuments([offer('a', 1)])).toEqual(['applied']);
    } finally {
      batch.mockRestore();
    }
  });

  it('behaves like a map of versions, whatever is called, at once or in turn', async () => {
    const call = fc.record({
      id: fc.constantFrom('a', 'b', 'c'),
      version: fc.integer({ min: 0, max: 4 }),
      erase: fc.boolean(),
      wait: fc.boolean(),
    });
    const store = await open();
    let round = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(call, { maxLength: 20 }), async (calls) => {
        round += 1;
        const before = await store.countDocuments('offer');
        const model = new Map<string, { version: number; erased: boolean }>();
        const expected: PutOutcome[] = [];
        const outcomes: Promise<PutOutcome>[] = [];
        for (const { id: letter, version, erase, wait } of calls) {
          const id = `${round}${letter}`;
          const known = model.get(id);
          const same = known?.version === version;
          if (known === undefined || version > known.version || (same && erase && !known.erased)) {
            model.set(id, { version, erased: erase });
            expected.push('applied');
          } else expected.push(same && known.erased === erase ? 'duplicate' : 'stale');
          const outcome = erase
            ? store.erase('offer', id, version, AT)
            : store.putDocuments([offer(id, version)]).then(([first]) => first!);
          outcomes.push(outcome);
          if (wait) await outcome;
        }
        expect(await Promise.all(outcomes)).toEqual(expected);
        for (const [id, seen] of model) {
          expect(await store.versionOf('offer', id)).toEqual(seen);
          expect(await store.getDocument('offer', id)).toEqual(seen.erased ? null : offer(id, seen.version));
        }
        const live = [...model.values()].filter(({ erased }) => !erased).length;
        expect(await store.countDocuments('offer')).toBe(before + live);
      }),
      { numRuns: 30 },
    );
  });
});
