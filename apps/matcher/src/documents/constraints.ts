import type { DocumentKind, EventOf, OfferEvent, ProfileEvent, Requirement } from '@passerelle/contracts';
import type { Constraints } from '@passerelle/matching';
import { certificateKey, type TextConstraints } from '@passerelle/normalization';

/** Hard conditions read in the words alone. */
export function constraintsOfText(read: TextConstraints): Constraints {
  return {
    contractTypes: [],
    drivingLicences: read.drivingLicences.map(said),
    languages: read.languages.map(said),
    diplomas: read.diplomas.map(said),
    certificates: read.certificates.map(said),
  };
}

/**
 * Hard conditions of a document: those of its structured fields, and those that its words add. Where both speak of the same
 * licence, language or certificate the field counts; diplomas of the words count only where the fields name none.
 */
export function constraintsOf(kind: DocumentKind, event: EventOf[DocumentKind], read: TextConstraints): Constraints {
  const words = constraintsOfText(read);
  const fields = kind === 'offer' ? ofOffer(event as OfferEvent) : ofProfile(event as ProfileEvent);
  return {
    ...fields,
    drivingLicences: union(fields.drivingLicences, words.drivingLicences, ({ code }) => code),
    languages: union(fields.languages, words.languages, ({ code }) => code),
    diplomas: fields.diplomas.length > 0 ? fields.diplomas : words.diplomas,
    certificates: union(fields.certificates, words.certificates, ({ key }) => key),
  };
}

function ofOffer(offer: OfferEvent): Constraints {
  return {
    ...place(offer.location),
    contractTypes: offer.contractType === undefined ? [] : [offer.contractType],
    drivingLicences: (offer.drivingLicences ?? []).map(({ code, ...rest }) => ({ code, ...said(rest) })),
    languages: (offer.languages ?? []).map(({ code, level, ...rest }) => ({
      code,
      level: level ?? null,
      ...said(rest),
    })),
    diplomas: (offer.diplomas ?? []).map(({ level, label, ...rest }) => ({ level, ...labelled(label), ...said(rest) })),
    certificates: (offer.certificates ?? []).map(({ label, ...rest }) => ({
      key: certificateKey(label),
      label,
      ...said(rest),
    })),
  };
}

function ofProfile(profile: ProfileEvent): Constraints {
  return {
    ...place(profile.location),
    contractTypes: profile.contractTypes ?? [],
    ...(profile.mobility ? { mobility: profile.mobility.departements } : {}),
    drivingLicences: (profile.drivingLicences ?? []).map((code) => ({ code })),
    languages: (profile.languages ?? []).map(({ code, level }) => ({ code, level: level ?? null })),
    diplomas: (profile.diplomas ?? []).map(({ level, label }) => ({ level, ...labelled(label) })),
    certificates: (profile.certificates ?? []).map((label) => ({ key: certificateKey(label), label })),
  };
}

const place = (location: { readonly departement?: string } | undefined): Pick<Constraints, 'departement'> =>
  location?.departement === undefined ? {} : { departement: location.departement };

const labelled = (label: string | undefined): { label?: string } => (label === undefined ? {} : { label });

/** Null and undefined both mean that nothing is said; matching knows absence only. */
export function said<Item extends { readonly requirement?: Requirement | null }>(
  item: Item,
): Omit<Item, 'requirement'> & { requirement?: Requirement } {
  const { requirement, ...rest } = item;
  return requirement === null || requirement === undefined ? rest : { ...rest, requirement };
}

function union<T>(fields: readonly T[], words: readonly T[], keyOf: (item: T) => string): readonly T[] {
  const known = new Set(fields.map(keyOf));
  return [...fields, ...words.filter((item) => !known.has(keyOf(item)))];
}
