import { join } from 'node:path';
import { MAX_EVENT_BYTES, TOPICS } from '@passerelle/contracts';
import { openEmbeddedStore, type Store } from '@passerelle/store';
import { type EventStream, openEmbeddedEventStream } from '@passerelle/stream';
import type { Settings } from './settings/settings';

/** A record may hold an event, or a dead letter of one, in which every quote is escaped once more. */
export const MAX_RECORD_BYTES = 4 * MAX_EVENT_BYTES;

export interface Adapters {
  readonly stream: EventStream;
  readonly store: Store;
}

/** Opens the event log and the store. */
export async function openAdapters({ dataDir, partitions }: Settings): Promise<Adapters> {
  const topics = Object.fromEntries(Object.values(TOPICS).map((topic) => [topic, { partitions }]));
  const stream = await openEmbeddedEventStream({
    directory: join(dataDir, 'stream'),
    topics,
    maxRecordBytes: MAX_RECORD_BYTES,
  });
  try {
    return { stream, store: await openEmbeddedStore({ directory: join(dataDir, 'store') }) };
  } catch (error) {
    await stream.close();
    throw error;
  }
}
