import type { DocumentKind, EventOf } from '@passerelle/contracts';
import type { NormalizedDocument } from '@passerelle/normalization';
import type { StoredDocument } from '@passerelle/store';
import type { RecordPosition } from '@passerelle/stream';

/** What a stored document was made from, and where it stands in the log. */
export interface Source<Kind extends DocumentKind = DocumentKind> {
  readonly event: EventOf[Kind];
  /** Tells a tombstone without a version whether the document came before it. */
  readonly position: RecordPosition;
}

/** A document as this service stores it. */
export type Stored = StoredDocument<Source, NormalizedDocument>;
