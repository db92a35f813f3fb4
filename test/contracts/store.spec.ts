import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbeddedStore } from '@passerelle/store';
import { describeStore, type StoreFixture } from './store.contract';

jest.setTimeout(30_000);

async function openEmbedded(): Promise<StoreFixture> {
  const directory = await mkdtemp(join(tmpdir(), 'passerelle-store-'));
  let current = await openEmbeddedStore({ directory });
  return {
    store: current,
    reopen: async () => {
      await current.close();
      return (current = await openEmbeddedStore({ directory }));
    },
    cleanup: async () => {
      await current.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

const ADAPTERS: Readonly<Record<string, () => Promise<StoreFixture>>> = { embedded: openEmbedded };

for (const [name, open] of Object.entries(ADAPTERS)) describeStore(name, open);
