import type { Constraints, LanguageLevel, Requirement } from './document';
import { alternatives, enumerate, languageWithArticle } from './french';

export type VetoKind = 'drivingLicence' | 'certificate' | 'diploma' | 'contract' | 'language' | 'mobility';

/** A hard condition that stands in the way. It never changes the score. */
export interface Veto {
  readonly kind: VetoKind;
  /** `incompatible`: required, and the profile says otherwise; `toVerify`: the profile is silent, or the offer not firm. */
  readonly status: 'incompatible' | 'toVerify';
  /** A French sentence to show as it is. */
  readonly reason: string;
}

/** Hard conditions of the offer that the profile contradicts or says nothing about. */
export function vetoesOf(offer: Constraints, profile: Constraints): Veto[] {
  return [
    ...drivingLicences(offer, profile),
    ...certificates(offer, profile),
    ...diploma(offer, profile),
    ...contract(offer, profile),
    ...languages(offer, profile),
    ...mobility(offer, profile),
  ];
}

/** What else the holder of a licence may drive (Code de la route, R221-4 and following). */
const IMPLIED_LICENCES: Readonly<Record<string, readonly string[]>> = {
  A: ['A1', 'A2', 'AM'],
  A2: ['A1', 'AM'],
  A1: ['AM'],
  B: ['AM', 'B1'],
  B96: ['B', 'B1', 'AM'],
  BE: ['B96', 'B', 'B1', 'AM'],
  C1: ['B', 'B1', 'AM'],
  C1E: ['C1', 'BE', 'B96', 'B', 'B1', 'AM'],
  C: ['C1', 'B', 'B1', 'AM'],
  CE: ['C', 'C1', 'C1E', 'BE', 'B96', 'B', 'B1', 'AM'],
  D1: ['B', 'B1', 'AM'],
  D1E: ['D1', 'BE', 'B96', 'B', 'B1', 'AM'],
  D: ['D1', 'B', 'B1', 'AM'],
  DE: ['D', 'D1', 'D1E', 'BE', 'B96', 'B', 'B1', 'AM'],
};

function drivingLicences(offer: Constraints, profile: Constraints): Veto[] {
  const declared = profile.drivingLicences.map(({ code }) => code);
  const held = new Set(declared.flatMap((code) => [code, ...(IMPLIED_LICENCES[code] ?? [])]));
  return offer.drivingLicences
    .filter((licence) => isRequired(licence) && !held.has(licence.code))
    .map(({ code, requirement }) => {
      const asked = `${asks(requirement)} le permis ${code}`;
      const has = `${declared.length > 1 ? 'les permis' : 'le permis'} ${enumerate(declared)}`;
      return declared.length > 0
        ? against(requirement, 'drivingLicence', `${asked} ; le profil déclare ${has}`)
        : toVerify('drivingLicence', `${asked} ; le profil n'en parle pas : à vérifier.`);
    });
}

/** Keys nest: who holds `caces-r489-3` holds a `caces-r489` and a `caces`, not the other way round. */
function certificates(offer: Constraints, profile: Constraints): Veto[] {
  const isWithin = (narrow: string, wide: string): boolean => narrow === wide || narrow.startsWith(`${wide}-`);
  return offer.certificates
    .filter((asked) => isRequired(asked) && !profile.certificates.some((held) => isWithin(held.key, asked.key)))
    .map(({ key, label, requirement }) => {
      const vague = profile.certificates.find((held) => isWithin(key, held.key));
      const silence = vague === undefined ? "n'en parle pas" : `dit « ${vague.label} » sans plus de précision`;
      return toVerify('certificate', `${asks(requirement)} « ${label} » ; le profil ${silence} : à vérifier.`);
    });
}

const DIPLOMA_LEVELS: Readonly<Record<number, string>> = {
  3: 'CAP, BEP',
  4: 'baccalauréat',
  5: 'bac+2',
  6: 'bac+3 ou bac+4',
  7: 'bac+5',
  8: 'doctorat',
};

function diploma(offer: Constraints, profile: Constraints): Veto[] {
  // Several diplomas in one offer are alternatives («BTS ou licence»): the lowest is enough.
  const [lowest] = offer.diplomas.filter(isRequired).sort((a, b) => a.level - b.level);
  if (lowest === undefined) return [];
  const { level, requirement } = lowest;
  const held = profile.diplomas.map((one) => one.level);
  const asked = `${asks(requirement)} un diplôme de niveau ${levelName(level)}`;
  if (held.length === 0) return [toVerify('diploma', `${asked} ; le profil n'en déclare aucun : à vérifier.`)];
  const highest = Math.max(...held);
  if (highest >= level) return [];
  return [against(requirement, 'diploma', `${asked} ; le plus élevé du profil est de niveau ${levelName(highest)}`)];
}

function levelName(level: number): string {
  const name = DIPLOMA_LEVELS[level];
  return name === undefined ? `${level}` : `${level} (${name})`;
}

/** Contract codes that are not read aloud as they are written. */
const CONTRACTS: Readonly<Record<string, string>> = {
  MIS: 'intérim',
  SAI: 'contrat saisonnier',
  ALT: 'alternance',
  STG: 'stage',
  LIB: 'travail indépendant',
};

function contract(offer: Constraints, profile: Constraints): Veto[] {
  const { contractTypes: proposed } = offer;
  const { contractTypes: accepted } = profile;
  if (proposed.length === 0 || accepted.length === 0 || proposed.some((type) => accepted.includes(type))) return [];
  const names = (types: readonly string[]): string[] => types.map((type) => CONTRACTS[type] ?? type);
  return [
    incompatible(
      'contract',
      `Contrat proposé : ${enumerate(names(proposed))} ; le profil accepte seulement : ${alternatives(names(accepted))}.`,
    ),
  ];
}

const CEFR: readonly LanguageLevel['level'][] = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2'];

function languages(offer: Constraints, profile: Constraints): Veto[] {
  return offer.languages.filter(isRequired).flatMap(({ code, level, requirement }) => {
    const asked = `${asks(requirement)} ${languageWithArticle(code)}${level === null ? '' : ` au niveau ${level}`}`;
    const spoken = profile.languages.filter((language) => language.code === code);
    if (spoken.length === 0) return [toVerify('language', `${asked} ; le profil n'en parle pas : à vérifier.`)];
    if (level === null) return [];
    const best = Math.max(...spoken.map((language) => CEFR.indexOf(language.level)));
    if (best < 0) return [toVerify('language', `${asked} ; le profil ne précise pas son niveau : à vérifier.`)];
    if (best >= CEFR.indexOf(level)) return [];
    return [against(requirement, 'language', `${asked} ; le profil déclare le niveau ${CEFR[best]!}`)];
  });
}

function mobility(offer: Constraints, profile: Constraints): Veto[] {
  const { departement } = offer;
  if (departement === undefined || profile.mobility === undefined || profile.mobility.includes(departement)) return [];
  const where = profile.mobility.length === 0 ? 'aucun' : enumerate(profile.mobility);
  return [
    incompatible('mobility', `L'offre est dans le département ${departement} ; départements acceptés : ${where}.`),
  ];
}

/** A condition that the offer names without saying how firmly is shown, and only to be verified. */
function isRequired({ requirement }: { readonly requirement?: Requirement }): boolean {
  return requirement !== 'souhaité';
}

function asks(requirement: Requirement | undefined): string {
  return requirement === 'exigé' ? "L'offre exige" : "L'offre mentionne";
}

/** Both sides say so; but it rules out only where the offer says that it is required. */
function against(requirement: Requirement | undefined, kind: VetoKind, reason: string): Veto {
  return requirement === 'exigé' ? incompatible(kind, `${reason}.`) : toVerify(kind, `${reason} : à vérifier.`);
}

function incompatible(kind: VetoKind, reason: string): Veto {
  return { kind, status: 'incompatible', reason };
}

function toVerify(kind: VetoKind, reason: string): Veto {
  return { kind, status: 'toVerify', reason };
}
