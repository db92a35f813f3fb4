import type { DocumentKind, EventOf } from '@passerelle/contracts';
import type { FoundConcept, MatchDocument } from '@passerelle/matching';
import type { DocumentConcept, NormalizedDocument } from '@passerelle/normalization';
import { constraintsOf, constraintsOfText, said } from './constraints';

export interface ReadDocument {
  readonly kind: DocumentKind;
  readonly id: string;
  readonly normalized: NormalizedDocument;
  /** Its structured fields count too; a bare text has none. */
  readonly event?: EventOf[DocumentKind];
}

/** What matching sees of a document once it has been read. */
export function toMatchDocument({ kind, id, normalized, event }: ReadDocument): MatchDocument {
  return {
    kind,
    id,
    macros: normalized.macroCompetences.map(found),
    savoirs: normalized.savoirs.map(found),
    contextes: normalized.contextes.map(found),
    metiers: normalized.metiers.map(({ code, score }) => ({ code, score })),
    constraints: event ? constraintsOf(kind, event, normalized.constraints) : constraintsOfText(normalized.constraints),
    unscorable: normalized.unscorable,
  };
}

function found({ code, confidence, requirement, evidence }: DocumentConcept): FoundConcept {
  return said({ code, confidence, requirement, evidence });
}
