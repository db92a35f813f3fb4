import { type DocumentKind, type EventOf, InvalidEventError, parseRecord } from '@passerelle/contracts';
import { InvalidMatchDocumentError, type MatchEngine } from '@passerelle/matching';
import type { Provenance, Store } from '@passerelle/store';
import type { StreamRecord } from '@passerelle/stream';
import { toMatchDocument } from '../documents/match-document';
import { sourceDocumentOf } from '../documents/source-document';
import type { Stored } from '../documents/stored';
import { type TextReader, UnreadableTextError } from '../documents/text-reader';
import type { Work } from './work';

/** The first half of the road: from a record to what has to be done. It changes nothing. */
export class Understanding {
  constructor(
    private readonly store: Store,
    private readonly reader: TextReader,
    private readonly engine: MatchEngine,
    private readonly provenance: Provenance,
  ) {}

  /** Rejects only for what is not the record's fault. */
  async of(kind: DocumentKind, record: StreamRecord): Promise<Work> {
    try {
      const message = parseRecord(kind, record);
      if (message.type === 'tombstone') return { record, kind, type: 'erase', tombstone: message.tombstone };
      return await this.ofEvent(kind, message.event, record);
    } catch (error) {
      if (isFaultOfRecord(error)) return { record, kind, type: 'reject', error };
      throw error;
    }
  }

  private async ofEvent(kind: DocumentKind, event: EventOf[DocumentKind], record: StreamRecord): Promise<Work> {
    const { id, version } = event;
    const known = await this.store.versionOf(kind, id);
    if (known !== null && known.version >= version) {
      const isSame = known.version === version && !known.erased;
      return { record, kind, type: 'seen', id, outcome: isSame ? 'duplicate' : 'stale' };
    }
    const normalized = await this.reader.read(sourceDocumentOf(kind, event));
    const document = toMatchDocument({ kind, id, normalized, event });
    // What matching would refuse must be known before anything is stored.
    this.engine.prepare(document);
    const { topic, partition, offset } = record;
    const stored: Stored = {
      ...{ kind, id, version, normalized },
      source: { event, position: { topic, partition, offset } },
      provenance: this.provenance,
      storedAt: new Date().toISOString(),
    };
    return { record, kind, type: 'put', stored, document };
  }
}

function isFaultOfRecord(error: unknown): boolean {
  return (
    error instanceof InvalidEventError ||
    error instanceof UnreadableTextError ||
    error instanceof InvalidMatchDocumentError
  );
}
