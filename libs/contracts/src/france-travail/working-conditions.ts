import type { FranceTravailOffer } from './offer';

/** Characters of one statement, at most, as `OfferEvent.workingConditions` allows. */
const MAX_LENGTH = 300;
const WITHIN = new RegExp(`\\S.{0,${MAX_LENGTH - 1}}(?!\\S)|\\S{1,${MAX_LENGTH}}`, 'g');

/** One statement per line; a long one is cut between words. */
function statements(text: string): readonly string[] {
  return text
    .split(/[\r\n]+/)
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .flatMap((line) => line.match(WITHIN) ?? [])
    .map((statement) => statement.trim());
}

/** The label alone, such as «Fréquents Zone nationale», does not say what it is about. */
function travelOf(deplacementLibelle: string): string {
  if (deplacementLibelle.trim() === '') return '';
  return /^jamais/i.test(deplacementLibelle) ? 'Pas de déplacement' : `Déplacements : ${deplacementLibelle}`;
}

/** Hours, travel, conditions and advantages of an offer in words, each of at most 300 characters, without repetition. */
export function workingConditionsOf(offer: FranceTravailOffer): readonly string[] {
  const { contexteTravail, salaire } = offer;
  const texts = [
    offer.dureeTravailLibelle,
    offer.dureeTravailLibelleConverti,
    ...(offer.horaires ?? []),
    ...(contexteTravail?.horaires ?? []),
    ...(offer.conditionsExercice ?? []),
    ...(contexteTravail?.conditionsExercice ?? []),
    offer.complementExercice,
    travelOf(offer.deplacementLibelle ?? ''),
    salaire?.complement1,
    salaire?.complement2,
    ...(salaire?.listeComplements ?? []).map(({ libelle }) => libelle),
  ];
  return [...new Set(texts.flatMap((text) => statements(text ?? '')))];
}
