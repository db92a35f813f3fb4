/** What a part of an offer or CV is about. The first six yield skills, the others never do. */
export type SectionKind =
  | 'missions'
  | 'profil'
  | 'competences'
  | 'experience'
  | 'formation'
  | 'conditions'
  | 'entreprise'
  | 'avantages'
  | 'processus'
  | 'legal'
  | 'loisirs'
  | 'etatCivil';

export type Field = 'title' | 'text';

export interface SourceText {
  readonly kind: 'offer' | 'profile';
  readonly title: string;
  readonly text: string;
}

/** Why a clause yields no skill. */
export type Exclusion = 'negation' | 'section' | 'boilerplate' | 'wish';

/**
 * The smallest part of a text that can carry one skill. `start` and `end` count UTF-16 code units of `field`, end
 * exclusive; `text` is exactly that slice.
 */
export interface Clause {
  readonly field: Field;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly section: SectionKind;
  /** Ordinal of the sentence or bullet it stands in, from 0, over the whole document. */
  readonly sentence: number;
  /** Start and end of that sentence in the same field. */
  readonly sentenceStart: number;
  readonly sentenceEnd: number;
  /** Offers: how firmly the words ask for it; null where the text does not say (and for profiles). */
  readonly requirement: 'exigé' | 'souhaité' | null;
  /** Null when the clause may carry a skill. */
  readonly exclusion: Exclusion | null;
}

export interface Section {
  readonly kind: SectionKind;
  readonly field: Field;
  readonly start: number;
  readonly end: number;
}

export interface Segmentation {
  readonly sections: readonly Section[];
  readonly clauses: readonly Clause[];
}
