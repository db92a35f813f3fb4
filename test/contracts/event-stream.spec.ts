import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbeddedEventStream } from '@passerelle/stream';
import { describeEventStream, type EventStreamFixture } from './event-stream.contract';

jest.setTimeout(30_000);

async function openEmbedded(): Promise<EventStreamFixture> {
  const directory = await mkdtemp(join(tmpdir(), 'passerelle-stream-'));
  const maxRecordBytes = 1_000_000;
  const open = (): ReturnType<typeof openEmbeddedEventStream> =>
    openEmbeddedEventStream({
      directory,
      topics: { one: { partitions: 1 }, four: { partitions: 4 } },
      maxRecordBytes,
      retryDelay: () => 1,
    });
  let current = await open();
  return {
    stream: current,
    topics: { one: 'one', four: 'four' },
    maxRecordBytes,
    reopen: async () => {
      await current.close();
      return (current = await open());
    },
    cleanup: async () => {
      await current.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

const ADAPTERS: Readonly<Record<string, () => Promise<EventStreamFixture>>> = { embedded: openEmbedded };

for (const [name, open] of Object.entries(ADAPTERS)) describeEventStream(name, open);
