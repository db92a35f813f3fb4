import type { OfferEvent } from '../events/offer-event';
import { parseOfferEvent } from '../events/parse';
import type { ContractType, LabelledRequirement, Requirement } from '../events/parts';
import { MAX_ITEMS } from '../validation/fields';
import { InvalidEventError, type Violation } from '../validation/invalid-input-error';
import { validate } from '../validation/validate';
import { type Formation, FranceTravailOffer, type Wanted } from './offer';
import {
  contractOf,
  departementOf,
  diplomaLevelOf,
  isAlternance,
  languageOf,
  licenceOf,
  exigenceOf,
  monthsOf,
} from './wordings';
import { workingConditionsOf } from './working-conditions';

const MAX_MONTHS = 600;

const REQUIREMENT: Readonly<Record<'E' | 'S', Requirement>> = { E: 'exigé', S: 'souhaité' };

/** The shape of an event, as plain JSON. */
type Plain<T> = T extends readonly (infer Item)[]
  ? readonly Plain<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Plain<T[Key]> }
    : T;

type Asked = { requirement?: Requirement };

const asked = (exigence: 'E' | 'S' | undefined): Asked =>
  exigence === undefined ? {} : { requirement: REQUIREMENT[exigence] };

const isSaid = (text: string | undefined): text is string => text !== undefined && text.trim() !== '';

/** Splits what is coded from what is only said, so that nothing asked for is lost. */
function coded<T, C>(
  items: readonly T[] | undefined,
  code: (item: T) => C | undefined,
  say: (item: T) => readonly Plain<LabelledRequirement>[],
): { readonly coded: readonly C[]; readonly said: readonly Plain<LabelledRequirement>[] } {
  const found: C[] = [];
  const said: Plain<LabelledRequirement>[] = [];
  for (const item of items ?? []) {
    const known = code(item);
    if (known === undefined) said.push(...say(item));
    else found.push(known);
  }
  return { coded: found, said };
}

const sayAll = (
  texts: readonly (string | undefined)[],
  exigence: 'E' | 'S' | undefined,
): readonly Plain<LabelledRequirement>[] => texts.filter(isSaid).map((label) => ({ label, ...asked(exigence) }));

const sayLabel = ({ libelle, exigence }: Wanted): readonly Plain<LabelledRequirement>[] => sayAll([libelle], exigence);

function sayFormation(formation: Formation): readonly Plain<LabelledRequirement>[] {
  const { niveauLibelle = '', domaineLibelle, commentaire, exigence } = formation;
  const level = diplomaLevelOf(niveauLibelle) === 'none' ? undefined : niveauLibelle;
  return sayAll([level, domaineLibelle, commentaire], exigence);
}

function codeFormation(formation: Formation): { level: number; label?: string } | undefined {
  const level = diplomaLevelOf(formation.niveauLibelle ?? '');
  if (level === undefined || level === 'none') return undefined;
  const label = [formation.domaineLibelle, formation.commentaire].filter(isSaid).join(' - ');
  return { level, ...(label === '' ? {} : { label }), ...asked(formation.exigence) };
}

function requirementsOf(offer: FranceTravailOffer): Partial<Plain<OfferEvent>> {
  const skills = coded(
    offer.competences,
    ({ code, exigence }) => (code === undefined ? undefined : { code, ...asked(exigence) }),
    sayLabel,
  );
  const labelled = <C>(items: readonly Wanted[] | undefined, codeOf: (libelle: string) => C | undefined) =>
    coded(
      items,
      ({ libelle, exigence }) => {
        const code = codeOf(libelle);
        return code === undefined ? undefined : { code, ...asked(exigence) };
      },
      sayLabel,
    );
  const licences = labelled(offer.permis, licenceOf);
  const languages = labelled(offer.langues, languageOf);
  const diplomas = coded(offer.formations, codeFormation, sayFormation);
  return {
    skills: skills.coded,
    drivingLicences: licences.coded,
    languages: languages.coded,
    diplomas: diplomas.coded,
    otherRequirements: [skills, licences, languages, diplomas].flatMap(({ said }) => said),
  };
}

function contractOfOffer(offer: FranceTravailOffer, violations: Violation[]): ContractType | undefined {
  if (offer.alternance === true || isAlternance(offer.natureContrat ?? '')) return 'ALT';
  if (!isSaid(offer.typeContrat)) return undefined;
  const contract = contractOf(offer.typeContrat);
  if (contract === undefined) {
    violations.push({
      field: 'typeContrat',
      reason: 'Must be a contract of France Travail, such as CDI, CDD, MIS or SAI.',
    });
  }
  return contract;
}

function experienceOf(offer: FranceTravailOffer, violations: Violation[]): Plain<OfferEvent['experience']> {
  const { experienceLibelle = '' } = offer;
  const experienceExige = offer.experienceExige ?? exigenceOf(experienceLibelle);
  if (experienceExige === 'D') return undefined;
  const months = monthsOf(experienceLibelle);
  if (months !== undefined && months > MAX_MONTHS) {
    violations.push({ field: 'experienceLibelle', reason: `Must ask for at most ${MAX_MONTHS / 12} years.` });
  }
  if (months === undefined && experienceExige === undefined) return undefined;
  return { ...(months === undefined ? {} : { months }), ...asked(experienceExige) };
}

function locationOf(offer: FranceTravailOffer): Plain<OfferEvent['location']> {
  const { lieuTravail } = offer;
  const departement = departementOf(lieuTravail, offer.departement);
  if (departement === undefined) return undefined;
  const name = lieuTravail?.libelle?.replace(/^\d[\dAB]\d? - /, '').trim();
  const commune = isSaid(lieuTravail?.commune) && isSaid(name) ? { commune: name } : {};
  return { departement, ...commune };
}

/** Absent rather than empty, as the event says it. */
const withoutEmptyLists = (event: Plain<OfferEvent>): object =>
  Object.fromEntries(Object.entries(event).filter(([, value]) => !Array.isArray(value) || value.length > 0));

/**
 * Reads one offer of the API «Offres d'emploi v2» of France Travail as it comes. The text is kept to the character. The
 * version is the date of its last change in seconds since the epoch. What the API asks for without a code that we have
 * goes to `otherRequirements`; «Débutant accepté» and a level below CAP ask for nothing.
 *
 * @param receivedAt Dates the offer where the API gives no date.
 * @throws InvalidEventError with the fields named as in the API.
 */
export function fromFranceTravail(input: unknown, receivedAt: Date = new Date()): OfferEvent {
  const result = validate(FranceTravailOffer, input);
  if ('violations' in result) throw new InvalidEventError('France Travail offer', result.violations);
  const offer = result.value;
  const violations: Violation[] = [];
  const changedAt = offer.dateActualisation ?? offer.dateCreation;
  const changed = changedAt === undefined ? receivedAt : new Date(changedAt);
  const event: Plain<OfferEvent> = {
    id: offer.id,
    version: Math.floor(changed.getTime() / 1000),
    occurredAt: changed.toISOString(),
    title: offer.intitule,
    text: offer.description,
    contractType: contractOfOffer(offer, violations),
    location: locationOf(offer),
    experience: experienceOf(offer, violations),
    romeCode: offer.romeCode,
    workingConditions: workingConditionsOf(offer),
    qualities: (offer.qualitesProfessionnelles ?? []).map(({ libelle }) => libelle).filter(isSaid),
    ...requirementsOf(offer),
  };
  const tooMany = (list: readonly unknown[] | undefined, field: string, what: string): void => {
    if ((list?.length ?? 0) > MAX_ITEMS)
      violations.push({ field, reason: `Must give at most ${MAX_ITEMS} ${what} in all.` });
  };
  tooMany(event.otherRequirements, 'competences', 'requirements without a code');
  tooMany(event.workingConditions, 'horaires', 'working conditions');
  if (violations.length > 0) throw new InvalidEventError('France Travail offer', violations);
  return parseOfferEvent(withoutEmptyLists(event));
}
