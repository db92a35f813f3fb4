/**
 * What matching sees of an offer or a profile: concepts with their strength, never the person. No name, age, gender,
 * address, nationality or school has a place here.
 */

export type DocumentKind = 'offer' | 'profile';
export type Requirement = 'exigé' | 'souhaité';

/** A span of the original text, in UTF-16 code units, end exclusive. */
export interface Evidence {
  readonly field: 'title' | 'text';
  readonly start: number;
  readonly end: number;
}

/** A concept read in the text. `code` is an OGR code. */
export interface FoundConcept {
  readonly code: string;
  /** 0..1: probability that an expert agrees. */
  readonly confidence: number;
  /** Offers only; absent where the text does not say. */
  readonly requirement?: Requirement;
  /** Empty when it came from a structured field. */
  readonly evidence: readonly Evidence[];
}

/** A métier guessed for the whole document; scores of one document sum to at most 1. */
export interface GuessedMetier {
  /** ROME code. */
  readonly code: string;
  readonly score: number;
}

export interface LanguageLevel {
  /** ISO 639-1. */
  readonly code: string;
  /** CEFR level, or null where the text does not say. */
  readonly level: 'A1' | 'A2' | 'B1' | 'B2' | 'C1' | 'C2' | null;
}

/** What an offer demands or a person declares outside skills: only feeds vetoes and filters, never the score. */
export interface Constraints {
  readonly departement?: string;
  /** Offer: its one contract; profile: those accepted (empty: not said). */
  readonly contractTypes: readonly string[];
  /** Profile: départements where the person will work; absent: not said. */
  readonly mobility?: readonly string[];
  readonly drivingLicences: readonly { readonly code: string; readonly requirement?: Requirement }[];
  readonly languages: readonly (LanguageLevel & { readonly requirement?: Requirement })[];
  /** `level` as in the French framework, 3 (CAP) to 8 (doctorat). */
  readonly diplomas: readonly { readonly level: number; readonly label?: string; readonly requirement?: Requirement }[];
  /** Certificates and habilitations, by a folded key such as `caces-r489-3`, with the label to show. */
  readonly certificates: readonly {
    readonly key: string;
    readonly label: string;
    readonly requirement?: Requirement;
  }[];
}

export interface MatchDocument {
  readonly kind: DocumentKind;
  readonly id: string;
  readonly macros: readonly FoundConcept[];
  readonly savoirs: readonly FoundConcept[];
  readonly contextes: readonly FoundConcept[];
  readonly metiers: readonly GuessedMetier[];
  readonly constraints: Constraints;
  /** Null when it can be scored, else the reason, in French, to show. */
  readonly unscorable: string | null;
}
