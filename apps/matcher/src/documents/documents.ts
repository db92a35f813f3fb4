import type { DocumentKind } from '@passerelle/contracts';
import type { Provenance, Store } from '@passerelle/store';
import { sourceDocumentOf } from './source-document';
import type { Stored } from './stored';
import type { TextReader } from './text-reader';

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

  async *all(kind: DocumentKind): AsyncGenerator<Stored> {
    for await (const stored of this.store.documents(kind)) yield this.fresh(stored as Stored);
  }

  /** Codes of another ROME version or model could not be matched with those of today: such a text is read again. */
  private async fresh(stored: Stored): Promise<Stored> {
    const { romeVersion, modelVersion } = stored.provenance;
    if (romeVersion === this.provenance.romeVersion && modelVersion === this.provenance.modelVersion) return stored;
    const normalized = await this.reader.read(sourceDocumentOf(stored.kind, stored.source.event));
    return { ...stored, normalized, provenance: this.provenance };
  }
}
