import type { DocumentKind, EventOf } from '@passerelle/contracts';
import type { NormalizedDocument } from '@passerelle/normalization';
import type { Provenance } from '@passerelle/store';
import type { Stored } from '../documents/stored';

/** A stored document as the API shows it: what was sent, what was understood, and what understood it. */
export interface DocumentView {
  readonly kind: DocumentKind;
  readonly id: string;
  readonly version: number;
  readonly source: EventOf[DocumentKind];
  readonly normalized: NormalizedDocument;
  readonly provenance: Provenance;
  readonly storedAt: string;
}

export function documentView({ source, ...rest }: Stored): DocumentView {
  const { kind, id, version, normalized, provenance, storedAt } = rest;
  return { kind, id, version, source: source.event, normalized, provenance, storedAt };
}
