import type { DocumentKind, EventOf } from '@passerelle/contracts';
import type { ContexteItem, Evidence, Explanation, MacroItem, SavoirItem } from '@passerelle/matching';

export type Quoted = Evidence & {
  /** The words at these offsets. */
  readonly words: string;
};

/** An explanation in which every span carries its words. */
export type QuotedExplanation = Quote<Explanation>;

type Quote<T> = T extends Evidence
  ? Quoted
  : T extends readonly (infer Item)[]
    ? readonly Quote<Item>[]
    : T extends object
      ? { readonly [Key in keyof T]: Quote<T[Key]> }
      : T;

type DocumentEvent = EventOf[DocumentKind];
type Sides = { readonly offer: DocumentEvent; readonly profile: DocumentEvent };

/** Puts the words beside the offsets. Both events must be those that the explanation was made from. */
export function withWords(explanation: Explanation, sides: Sides): QuotedExplanation {
  return {
    ...explanation,
    items: explanation.items.map((item) => macroItem(item, sides)),
    savoirs: explanation.savoirs.map((item) => savoirItem(item, sides)),
    contextes: explanation.contextes.map((item) => contexteItem(item, sides)),
  };
}

function macroItem(item: MacroItem, { offer, profile }: Sides): Quote<MacroItem> {
  return {
    ...item,
    offer: { ...item.offer, evidence: quoted(item.offer.evidence, offer) },
    profile: item.profile && { ...item.profile, evidence: quoted(item.profile.evidence, profile) },
  };
}

function savoirItem(item: SavoirItem, { offer, profile }: Sides): Quote<SavoirItem> {
  return {
    ...item,
    offerEvidence: quoted(item.offerEvidence, offer),
    profileEvidence: quoted(item.profileEvidence, profile),
  };
}

function contexteItem(item: ContexteItem, { offer, profile }: Sides): Quote<ContexteItem> {
  return {
    ...item,
    offer: { ...item.offer, evidence: quoted(item.offer.evidence, offer) },
    profile: { ...item.profile, evidence: quoted(item.profile.evidence, profile) },
  };
}

function quoted(evidence: readonly Evidence[], event: DocumentEvent): readonly Quoted[] {
  return evidence.map((span) => ({ ...span, words: event[span.field].slice(span.start, span.end) }));
}
