import { Field, ListField } from '../validation/fields';
import { integer, languageCode, matching, oneOf, text } from '../validation/rules';

/** What an event is about; also the kind of every stored document. */
export const DOCUMENT_KINDS = ['offer', 'profile'] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** France Travail's E and S. */
export const REQUIREMENTS = ['exigé', 'souhaité'] as const;
export type Requirement = (typeof REQUIREMENTS)[number];

/** CDI, CDD, mission d'intérim, saisonnier, alternance, stage, libéral or other independent work. */
export const CONTRACT_TYPES = ['CDI', 'CDD', 'MIS', 'SAI', 'ALT', 'STG', 'LIB'] as const;
export type ContractType = (typeof CONTRACT_TYPES)[number];

/** Levels of the European framework for languages, ascending. */
export const CEFR_LEVELS = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2'] as const;
export type CefrLevel = (typeof CEFR_LEVELS)[number];

/** Categories of the European driving licence. */
export const DRIVING_LICENCES = [
  ...['AM', 'A1', 'A2', 'A', 'B1', 'B', 'BE', 'C1', 'C1E', 'C', 'CE', 'D1', 'D1E', 'D', 'DE'],
] as const;

export const id = matching(
  /^[A-Za-z0-9._:-]{1,128}$/,
  'an identifier of 1 to 128 characters among A-Z a-z 0-9 . _ : -',
);
export const departement = matching(
  /^(0[1-9]|1\d|2[1-9AB]|[3-8]\d|9[0-5]|97[1-6])$/,
  'the code of a département: 01 to 95, 2A, 2B or 971 to 976',
);
export const romeCode = matching(/^[A-N]\d{4}$/, 'a ROME code, such as M1805');
export const ogrCode = matching(/^\d{5,6}$/, 'an OGR code of 5 or 6 digits');
export const label = text(1, 300);
export const contractType = oneOf(CONTRACT_TYPES);
const requirement = oneOf(REQUIREMENTS);
export const drivingLicence = oneOf(DRIVING_LICENCES);
const diplomaLevel = integer(3, 8);
const cefrLevel = oneOf(CEFR_LEVELS);
export const title = text(0, 300);
export const documentText = text(0, 100_000);

/** What an input says of how strongly something is asked for. */
const REQUIREMENT = { description: 'Absent where the source does not say.', optional: true };

/** Where the work is, or where the person lives: only for filters and the declared commute limit, never for the score. */
export class Location {
  @Field(departement, { description: 'INSEE code of the département.', optional: true })
  departement?: string;

  @Field(text(1, 100), { description: 'Name or INSEE code of the commune, only to show.', optional: true })
  commune?: string;
}

export class Mobility {
  @ListField(departement, { description: 'Départements where the person will work.' })
  departements!: string[];
}

export class RequiredLicence {
  @Field(drivingLicence, { description: 'Category of driving licence.' })
  code!: string;

  @Field(requirement, REQUIREMENT)
  requirement?: Requirement;
}

export class SpokenLanguage {
  @Field(languageCode, { description: 'ISO 639-1 code.' })
  code!: string;

  @Field(cefrLevel, { description: 'Level of the European framework.', optional: true })
  level?: CefrLevel;
}

export class RequiredLanguage extends SpokenLanguage {
  @Field(requirement, REQUIREMENT)
  requirement?: Requirement;
}

export class Diploma {
  @Field(diplomaLevel, { description: 'Level of the French framework: 3 (CAP) to 8 (doctorat).' })
  level!: number;

  @Field(label, { description: 'Its name, or its field.', optional: true })
  label?: string;
}

export class RequiredDiploma extends Diploma {
  @Field(requirement, REQUIREMENT)
  requirement?: Requirement;
}

/** Something asked for in words. */
export class LabelledRequirement {
  @Field(label, { description: 'As written at the source.' })
  label!: string;

  @Field(requirement, REQUIREMENT)
  requirement?: Requirement;
}

export class Experience {
  @Field(integer(0, 600), { description: 'Months of experience.', optional: true })
  months?: number;

  @Field(requirement, REQUIREMENT)
  requirement?: Requirement;
}

export class Skill {
  @Field(ogrCode, { description: 'OGR code of a ROME 4.0 concept.' })
  code!: string;
}

export class RequiredSkill extends Skill {
  @Field(requirement, REQUIREMENT)
  requirement?: Requirement;
}
