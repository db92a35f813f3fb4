import { InvalidDocumentError, StoreClosedError } from '../errors';
import type { DocumentKind, PutOutcome, Store, StoredDocument, StoredList } from '../store';
import { checkIdentity, checkVersion, decodeDocument, decodeList, encodeDocument, encodeList } from './codec';
import { type Level, openDirectory, requireFiles } from './directory';
import { decodeHead } from './effects';
import { documentKey, documentsOf, headKey, type KeyRange, listKey, listsOf } from './keys';
import { Writer } from './writer';

export interface EmbeddedStoreOptions {
  /** Made if it is not there. One process at a time has it open. */
  readonly directory: string;
}

/** Bytes that an iteration reads ahead. */
const READ_AHEAD_BYTES = 256 * 1024;

/**
 * Opens the document store that needs no server: LevelDB files in one directory, one fsync for all who write at once.
 * Ids are in the order of their Unicode code points.
 * @throws StoreDirectoryError when the directory is in use, cannot be written, or holds something else or newer.
 */
export async function openEmbeddedStore({ directory }: EmbeddedStoreOptions): Promise<Store> {
  const db = await openDirectory(directory);
  try {
    return new EmbeddedStore(directory, db, await Writer.open(db));
  } catch (error) {
    await db.close();
    throw error;
  }
}

class EmbeddedStore implements Store {
  #closing: Promise<void> | null = null;

  constructor(
    private readonly directory: string,
    private readonly db: Level,
    private readonly writer: Writer,
  ) {}

  async putDocuments(documents: readonly StoredDocument[]): Promise<readonly PutOutcome[]> {
    this.#requireOpen();
    const jsons = documents.map((document, index) => encodeDocument(`documents[${index}]`, document));
    if (documents.length === 0) return [];
    return this.writer.write(sizeOf(jsons), headsOf(documents), (effects) =>
      documents.map((document, index) => effects.putDocument(document, jsons[index]!)),
    );
  }

  async erase(kind: DocumentKind, id: string, version: number, erasedAt: string): Promise<PutOutcome> {
    this.#requireOpen();
    checkIdentity('erasure', kind, id);
    checkVersion('erasure.version', version);
    if (Number.isNaN(Date.parse(erasedAt))) throw new InvalidDocumentError('erasure.erasedAt', 'must be ISO 8601');
    return this.writer.write(0, [headKey(kind, id)], (effects) => effects.erase(kind, id, version, erasedAt));
  }

  async getDocument(kind: DocumentKind, id: string): Promise<StoredDocument | null> {
    this.#requireOpen();
    const stored = await this.db.get(documentKey(kind, id));
    return stored === undefined ? null : decodeDocument(stored);
  }

  async versionOf(kind: DocumentKind, id: string): Promise<{ version: number; erased: boolean } | null> {
    this.#requireOpen();
    const { version, erasedAt } = decodeHead(await this.db.get(headKey(kind, id)));
    return version === null ? null : { version, erased: erasedAt !== null };
  }

  async *documents(kind: DocumentKind): AsyncGenerator<StoredDocument, void, undefined> {
    for await (const stored of this.#values(documentsOf(kind))) yield decodeDocument(stored);
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- the port is asynchronous; errors must reject
  async countDocuments(kind: DocumentKind): Promise<number> {
    this.#requireOpen();
    return this.writer.count(kind);
  }

  async putLists(lists: readonly StoredList[]): Promise<void> {
    this.#requireOpen();
    const jsons = lists.map((list, index) => encodeList(`lists[${index}]`, list));
    if (lists.length === 0) return;
    await this.writer.write(sizeOf(jsons), headsOf(lists), (effects) =>
      lists.forEach((list, index) => effects.putList(list, jsons[index]!)),
    );
  }

  async getList(kind: DocumentKind, id: string): Promise<StoredList | null> {
    this.#requireOpen();
    const stored = await this.db.get(listKey(kind, id));
    return stored === undefined ? null : decodeList(stored);
  }

  async *lists(kind: DocumentKind): AsyncGenerator<StoredList, void, undefined> {
    for await (const stored of this.#values(listsOf(kind))) yield decodeList(stored);
  }

  async ping(): Promise<void> {
    this.#requireOpen();
    await requireFiles(this.directory);
    await this.db.put('!ping', '', { sync: true });
  }

  close(): Promise<void> {
    return (this.#closing ??= this.#close());
  }

  async #close(): Promise<void> {
    await this.writer.drain();
    await this.db.close();
  }

  /** The iterator is a snapshot: it sees nothing of what is written after it began. */
  #values(range: KeyRange): AsyncIterable<string> {
    this.#requireOpen();
    return this.db.values({ ...range, highWaterMarkBytes: READ_AHEAD_BYTES, fillCache: false });
  }

  #requireOpen(): void {
    if (this.#closing !== null) throw new StoreClosedError();
  }
}

function headsOf(items: readonly { readonly kind: DocumentKind; readonly id: string }[]): readonly string[] {
  return items.map(({ kind, id }) => headKey(kind, id));
}

function sizeOf(jsons: readonly string[]): number {
  return jsons.reduce((total, json) => total + json.length, 0);
}
