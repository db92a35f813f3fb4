import { type ContractType, departement, DRIVING_LICENCES } from '../events/parts';
import { languageCode } from '../validation/rules';

const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();

/** First match wins. Franchise, reprise and profession commerciale are independent work, as `LIB`. */
const CONTRACTS: readonly (readonly [RegExp, ContractType])[] = [
  [/^(cdi|din)\b|duree indeterminee/, 'CDI'],
  [/^(cdd|ddi)\b|duree determinee/, 'CDD'],
  [/^(mis|tti)\b|interim/, 'MIS'],
  [/^sai\b|saisonn/, 'SAI'],
  [/^(lib|cce|fra|rep)\b|^profession|franchise|liberal|independant|reprise/, 'LIB'],
  [/^alt\b|alternance/, 'ALT'],
  [/^(stg\b|stage)/, 'STG'],
];

/** Contract behind a code or a label of France Travail; undefined where it is none that we know. */
export function contractOf(typeContrat: string): ContractType | undefined {
  const folded = fold(typeContrat);
  return CONTRACTS.find(([pattern]) => pattern.test(folded))?.[1];
}

/** Whether a `natureContrat` is apprenticeship or professionnalisation. */
export function isAlternance(natureContrat: string): boolean {
  return /apprentissage|professionnalisation|alternance/.test(fold(natureContrat));
}

const LEVELS: readonly (readonly [RegExp, number])[] = [
  [/doctorat|bac ?\+ ?8/, 8],
  [/bac ?\+ ?5/, 7],
  [/bac ?\+ ?[34]/, 6],
  [/bac ?\+ ?2/, 5],
  [/^bac\b/, 4],
  [/\b(cap|bep)\b/, 3],
];

/** Level of the French framework, 3 to 8, behind a `niveauLibelle`; `none` below CAP; undefined where it says no level. */
export function diplomaLevelOf(niveauLibelle: string): number | 'none' | undefined {
  const folded = fold(niveauLibelle);
  if (/aucune|brevet|bepc|primaire|achevee/.test(folded)) return 'none';
  return LEVELS.find(([pattern]) => pattern.test(folded))?.[1];
}

const LICENCES = new Set<string>(DRIVING_LICENCES);

/** Category at the head of a `permis` label such as «B - Véhicule léger»; «EC» is the old name of CE. */
export function licenceOf(libelle: string): string | undefined {
  const head = /^(?:permis )?([a-z][a-z0-9]{0,2})\b/.exec(fold(libelle))?.[1]?.toUpperCase();
  if (head === undefined) return undefined;
  const code = head.replace(/^E([BCD])$/, '$1E');
  return LICENCES.has(code) ? code : undefined;
}

let languages: Map<string, string> | undefined;

function frenchLanguageNames(): Map<string, string> {
  const names = new Intl.DisplayNames(['fr'], { type: 'language', fallback: 'none' });
  const letters = Array.from('abcdefghijklmnopqrstuvwxyz');
  const codes = letters.flatMap((first) => letters.map((second) => first + second)).filter(languageCode.test);
  return new Map(codes.map((code) => [fold(names.of(code) ?? code), code]));
}

/** ISO 639-1 code of a language named in French; undefined for those that have none, such as sign languages. */
export function languageOf(libelle: string): string | undefined {
  languages ??= frenchLanguageNames();
  return languages.get(fold(libelle.replace(/\(.*\)/, '')));
}

/** Months in a label such as «Expérience exigée de 3 An(s)» or «6 Mois»; undefined where it gives no duration. */
export function monthsOf(experienceLibelle: string): number | undefined {
  const [, count, unit] = /(\d{1,4}) ?(an|mois)/.exec(fold(experienceLibelle)) ?? [];
  return count === undefined ? undefined : Number(count) * (unit === 'an' ? 12 : 1);
}

/** The code that an experience label spells out, for exports without `experienceExige`. */
export function exigenceOf(experienceLibelle: string): 'D' | 'S' | 'E' | undefined {
  const folded = fold(experienceLibelle);
  if (folded.startsWith('debutant')) return 'D';
  if (folded.startsWith('experience souhaitee')) return 'S';
  return folded.startsWith('experience exigee') ? 'E' : undefined;
}

const ofInsee = (code: string): string => (code.startsWith('97') ? code.slice(0, 3) : code.slice(0, 2));

function ofPostcode(code: string): string {
  if (/^20[01]/.test(code)) return '2A';
  return code.startsWith('20') ? '2B' : ofInsee(code);
}

/** Where an offer is, in the ways the API says it. */
interface Place {
  readonly commune?: string;
  readonly codePostal?: string;
  readonly libelle?: string;
}

/**
 * Code of the département; undefined for places that are none: «France», a region, abroad.
 * @param stated As some exports give it, beside the place.
 */
export function departementOf(place: Place | undefined, stated: string | undefined): string | undefined {
  const { commune = '', codePostal = '', libelle = '' } = place ?? {};
  const candidates = [
    ofInsee(commune),
    /^\d{5}$/.test(codePostal) ? ofPostcode(codePostal) : '',
    stated ?? '',
    /^(\d[\dAB]\d?)\b/.exec(libelle)?.[1] ?? '',
  ];
  return candidates.find(departement.test);
}
