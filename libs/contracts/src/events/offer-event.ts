import { Field, ListField, ObjectField, ObjectListField } from '../validation/fields';
import { instant } from '../validation/rules';
import { DocumentEvent } from './document-event';
import {
  type ContractType,
  contractType,
  Experience,
  label,
  LabelledRequirement,
  Location,
  RequiredDiploma,
  RequiredLanguage,
  RequiredLicence,
  RequiredSkill,
  romeCode,
} from './parts';

/** A job offer, new or changed. */
export class OfferEvent extends DocumentEvent {
  @Field(contractType, { description: 'Contract offered.', optional: true })
  contractType?: ContractType;

  @ObjectField(() => Location, { description: 'Where the work is.', optional: true })
  location?: Location;

  @ObjectListField(() => RequiredLicence, { description: 'Driving licences asked for.', optional: true })
  drivingLicences?: RequiredLicence[];

  @ObjectListField(() => RequiredLanguage, { description: 'Languages asked for.', optional: true })
  languages?: RequiredLanguage[];

  @ObjectListField(() => RequiredDiploma, { description: 'Diplomas asked for.', optional: true })
  diplomas?: RequiredDiploma[];

  @ObjectListField(() => LabelledRequirement, {
    description: 'Certificates and habilitations asked for.',
    optional: true,
  })
  certificates?: LabelledRequirement[];

  @ObjectField(() => Experience, { description: 'Experience asked for.', optional: true })
  experience?: Experience;

  @ObjectListField(() => RequiredSkill, { description: 'Skills that the source has already coded.', optional: true })
  skills?: RequiredSkill[];

  @ObjectListField(() => LabelledRequirement, {
    description: 'What the source asks for in words outside the text, without a code: to be read like the text.',
    optional: true,
  })
  otherRequirements?: LabelledRequirement[];

  @ListField(label, { description: 'Working conditions in words: hours, travel, place, advantages.', optional: true })
  workingConditions?: string[];

  @ListField(label, { description: 'Savoir-être asked for, in words.', optional: true })
  qualities?: string[];

  @Field(romeCode, { description: 'Métier chosen by the recruiter.', optional: true })
  romeCode?: string;

  @Field(instant, { description: 'From when the offer no longer stands.', optional: true })
  expiresAt?: string;
}
