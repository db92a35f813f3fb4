import type { ConceptKind } from '@passerelle/rome';

export type Field = 'title' | 'text';
export type Requirement = 'exigé' | 'souhaité';

/** A span of the original, in UTF-16 code units of `field`, end exclusive. */
export interface Evidence {
  readonly field: Field;
  readonly start: number;
  readonly end: number;
}

/** A span of the text linked to one concept. `text` is exactly the slice `start..end` of `field`. */
export interface Mention extends Evidence {
  readonly text: string;
  /** OGR code. */
  readonly code: string;
  readonly kind: ConceptKind;
  readonly label: string;
  /** Probability, 0..1, that an expert agrees with the code at this place. */
  readonly confidence: number;
  /** OGR code of the macro-compétence it belongs to; null for savoir and contexte. */
  readonly macroCompetence: string | null;
  /** Offers only: null where the words do not say, and for profiles. */
  readonly requirement: Requirement | null;
}

/** A concept that the document as a whole expresses, with the spans that prove it. */
export interface DocumentConcept {
  /** OGR code. */
  readonly code: string;
  readonly label: string;
  /** Probability, 0..1, that an expert finds it in the document. */
  readonly confidence: number;
  readonly requirement: Requirement | null;
  /** At least one span, most convincing first; empty only where a structured field of the event says it. */
  readonly evidence: readonly Evidence[];
}

/** A métier that the document is about. */
export interface GuessedMetier {
  /** ROME code. */
  readonly code: string;
  readonly label: string;
  /** Share of belief, 0..1; those of one document sum to at most 1. */
  readonly score: number;
}

export type LanguageLevel = 'A1' | 'A2' | 'B1' | 'B2' | 'C1' | 'C2';

/** Hard conditions named by the words of the text; they never enter a score. */
export interface TextConstraints {
  readonly drivingLicences: readonly { readonly code: string; readonly requirement: Requirement | null }[];
  readonly languages: readonly {
    /** ISO 639-1. */
    readonly code: string;
    readonly level: LanguageLevel | null;
    readonly requirement: Requirement | null;
  }[];
  /** `level` in the French framework: 3 (CAP) to 8 (doctorat). */
  readonly diplomas: readonly {
    readonly level: number;
    readonly label: string;
    readonly requirement: Requirement | null;
  }[];
  readonly certificates: readonly {
    readonly key: string;
    readonly label: string;
    readonly requirement: Requirement | null;
  }[];
}

export interface NormalizedDocument {
  readonly mentions: readonly Mention[];
  readonly macroCompetences: readonly DocumentConcept[];
  readonly savoirs: readonly DocumentConcept[];
  readonly contextes: readonly DocumentConcept[];
  /** Best first, at most five. */
  readonly metiers: readonly GuessedMetier[];
  readonly constraints: TextConstraints;
  /** Null, or why the text is too poor to be matched, in French. */
  readonly unscorable: string | null;
}

/** What normalization reads of an event. */
export interface SourceDocument {
  readonly kind: 'offer' | 'profile';
  readonly title: string;
  readonly text: string;
  /** ROME code declared with the document. */
  readonly romeCodes?: readonly string[];
  /** Concepts coded with the document, by OGR code. */
  readonly skills?: readonly { readonly code: string; readonly requirement?: Requirement | undefined }[];
  /** Further short texts of structured fields (horaires, déplacements, qualités), read for concepts, without offsets. */
  readonly notes?: readonly string[];
}
