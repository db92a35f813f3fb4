import type { DocumentKind } from '@passerelle/contracts';
import type { MatchDocument } from '@passerelle/matching';
import type { Provenance, Store } from '@passerelle/store';
import { sourceDocumentOf } from './source-document';
import { toMatchDocument } from './match-document';
import type { Stored } from './stored';
import type { TextReader } from './text-reader';

/** A document as matching sees it, and its version. */
export interface Versioned {
  readonly document: MatchDocument;
  readonly version: number;
}

/** The stored documents, as the present référentiel and model read them. */
export class Documents {
  constructor(
    private readonly store: Store,
    private readonly reader: TextReader,
    readonly provenance: Provenance,
  ) {}

  async get(kind: DocumentKind, id: string): Promise<Stored | null> {
    const stored = await this.store.getDocument(kind, id);
    return stored === null ? null : this.fresh(stored as Stored);
  }

  /** Every live document as matching sees it, offers first. */
  async *versioned(): AsyncGenerator<Versioned> {
    for (const kind of ['offer', 'profile'] as const) {
      for await (const stored of this.store.documents(kind)) {
        const { id, version, normalized, source } = await this.fresh(stored as Stored);
        yield { document: toMatchDocument({ kind, id, normalized, event: source.event }), version };
      }
    }
  }

  /** Codes of another ROME version or model could not be matched with those of today: such a text is read again. */
  private async fresh(stored: Stored): Promise<Stored> {
    const { romeVersion, modelVersion } = stored.provenance;
    if (romeVersion === this.provenance.romeVersion && modelVersion === this.provenance.modelVersion) return stored;
    const normalized = await this.reader.read(sourceDocumentOf(stored.kind, stored.source.event));
    return { ...stored, normalized, provenance: this.provenance };
  }
}
