import type { DocumentKind } from './events/parts';

/** What produced a list. */
export interface ListProvenance {
  readonly romeVersion: string;
  readonly modelVersion: string;
  readonly weightsVersion: string;
}

/** A macro-compétence, to show. */
export interface NamedMacroCompetence {
  /** OGR code, for example `300030`. */
  readonly code: string;
  /** Label of the référentiel, in French. */
  readonly label: string;
}

/** One match, with its explanation in short; the whole of it is at the explanation route of the API. */
export interface MatchEntry {
  /** Id of the document on the other side. */
  readonly id: string;
  /** 0..1, the same whichever side asks. */
  readonly score: number;
  /** From 1, best first. */
  readonly rank: number;
  /** On both sides. */
  readonly shared: readonly NamedMacroCompetence[];
  /** Asked for by the offer, not found in the profile. */
  readonly missing: readonly NamedMacroCompetence[];
  /** À vérifier: required, only probable on the other side. */
  readonly toVerify: readonly NamedMacroCompetence[];
  /** Missing, but partly covered by another macro-compétence. */
  readonly adjacent: readonly NamedMacroCompetence[];
  /** Hard incompatibilities, in French, to show; they never change the score. */
  readonly vetoes: readonly string[];
}

/** Payload of the `matches` topic: the current list of one offer or profile. It replaces the list before it. */
export interface MatchesEvent {
  /** `SCHEMA_VERSION` of the writer. */
  readonly schemaVersion: number;
  /** Kind of the document whose list this is. */
  readonly kind: DocumentKind;
  readonly id: string;
  /** Grows by one at each publication of this list. */
  readonly revision: number;
  /** ISO 8601, UTC. */
  readonly publishedAt: string;
  readonly provenance: ListProvenance;
  /** Why the document cannot be scored, in French, to show; null when it can. */
  readonly unscorable: string | null;
  /** Best first. */
  readonly entries: readonly MatchEntry[];
}
