import type { Evidence, Requirement } from './document';
import type { Veto } from './vetoes';

/**
 * - shared: both texts say it;
 * - toVerify: the offer asks for it, the profile's métiers only make it probable;
 * - probable: at least the offer side is only implied by its métiers, the profile has it in either strength;
 * - adjacent: the profile lacks it but has a neighbour that partly covers it;
 * - missing: the offer asks for it, the profile has nothing near.
 */
export type ItemKind = 'shared' | 'toVerify' | 'probable' | 'adjacent' | 'missing';

export interface LabelledCode {
  readonly code: string;
  readonly label: string;
}

/** How a macro stands on one side. */
export interface SideStrength {
  readonly strength: 'mentionnée' | 'probable';
  /** Mentionnée: 0..1, probability that an expert agrees. Probable: how much the guessed métiers imply it, 0..1. */
  readonly confidence: number;
  /** The words that say it; empty for a probable one and for what came from a structured field. */
  readonly evidence: readonly Evidence[];
  /** Probable: the métier that implies it most. */
  readonly impliedBy?: LabelledCode;
}

/** One macro-compétence of the offer, as the pair sees it. */
export interface MacroItem extends LabelledCode {
  readonly kind: ItemKind;
  /** Savoir-être are macros too, shown apart. */
  readonly concept: 'macroCompetence' | 'savoirEtre';
  /** What the offer says; absent where it says neither. */
  readonly requirement?: Requirement;
  readonly offer: SideStrength;
  /** Null where the profile has it in neither strength. */
  readonly profile: SideStrength | null;
  /** Part of the score, 0..1. */
  readonly contribution: number;
  /** For toVerify, adjacent and missing: what the score would gain if the profile clearly said it. */
  readonly potential?: number;
  /** For adjacent: the nearest macro that the profile has. */
  readonly adjacentTo?: LabelledCode;
}

export interface SavoirItem extends LabelledCode {
  readonly kind: 'shared' | 'missing';
  readonly requirement?: Requirement;
  readonly contribution: number;
  readonly offerEvidence: readonly Evidence[];
  /** Empty for a missing one. */
  readonly profileEvidence: readonly Evidence[];
}

export interface ContexteItem {
  readonly kind: 'agree' | 'clash';
  readonly offer: LabelledCode & { readonly evidence: readonly Evidence[] };
  readonly profile: LabelledCode & { readonly evidence: readonly Evidence[] };
  /** 0 for a clash. */
  readonly contribution: number;
}

/** A métier guessed for the offer beside one guessed for the profile. */
export interface MetierItem {
  readonly offer: LabelledCode;
  readonly profile: LabelledCode;
  /** 0..1: cosine of the items of both fiches; 1 for the same fiche. */
  readonly proximity: number;
  readonly contribution: number;
}

/** Why a pair has its score: all contributions sum to it. Each list is sorted by contribution, then weight in the offer, then code. */
export interface Explanation {
  readonly offerId: string;
  readonly profileId: string;
  /** 0..1; null where a side is unscorable, never 0 for lack of evidence. */
  readonly score: number | null;
  readonly weightsVersion: string;
  /** Why there is no score, by side; null where there is one. */
  readonly unscorable: { readonly offer: string | null; readonly profile: string | null } | null;
  readonly items: readonly MacroItem[];
  readonly savoirs: readonly SavoirItem[];
  readonly contextes: readonly ContexteItem[];
  readonly metiers: readonly MetierItem[];
  /** Hard conditions; they never change the score. */
  readonly vetoes: readonly Veto[];
  /** One or two French sentences to read aloud. */
  readonly sentence: string;
}
