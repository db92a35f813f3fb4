import type { DocumentKind, EventOf, OfferEvent, ProfileEvent } from '@passerelle/contracts';
import type { SourceDocument } from '@passerelle/normalization';

/** What normalization reads of an event: its words, and what the sender has already coded. */
export function sourceDocumentOf(kind: DocumentKind, event: EventOf[DocumentKind]): SourceDocument {
  const { title, text, skills } = event;
  const base = { kind, title, text, ...(skills ? { skills } : {}) };
  return kind === 'offer'
    ? { ...base, ...ofOffer(event as OfferEvent) }
    : { ...base, ...ofProfile(event as ProfileEvent) };
}

function ofOffer(offer: OfferEvent): Pick<SourceDocument, 'romeCodes' | 'notes'> {
  return {
    romeCodes: offer.romeCode === undefined ? [] : [offer.romeCode],
    notes: [
      ...(offer.workingConditions ?? []),
      ...(offer.qualities ?? []),
      ...(offer.otherRequirements ?? []).map(({ label }) => label),
    ],
  };
}

function ofProfile({ romeCodes = [] }: ProfileEvent): Pick<SourceDocument, 'romeCodes'> {
  return { romeCodes };
}
