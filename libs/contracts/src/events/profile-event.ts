import { ListField, ObjectField, ObjectListField } from '../validation/fields';
import { DocumentEvent } from './document-event';
import {
  type ContractType,
  contractType,
  Diploma,
  drivingLicence,
  label,
  Location,
  Mobility,
  romeCode,
  Skill,
  SpokenLanguage,
} from './parts';

/** A candidate's profile, new or changed. It has no field for name, age, gender, address, nationality or school. */
export class ProfileEvent extends DocumentEvent {
  @ListField(contractType, { description: 'Contracts accepted; absent or empty: not said.', optional: true })
  contractTypes?: ContractType[];

  @ObjectField(() => Location, { description: 'Where the person looks for work.', optional: true })
  location?: Location;

  @ObjectField(() => Mobility, { description: 'Declared commute limit.', optional: true })
  mobility?: Mobility;

  @ListField(drivingLicence, { description: 'Driving licences held.', optional: true })
  drivingLicences?: string[];

  @ObjectListField(() => SpokenLanguage, { description: 'Languages spoken.', optional: true })
  languages?: SpokenLanguage[];

  @ObjectListField(() => Diploma, { description: 'Diplomas held.', optional: true })
  diplomas?: Diploma[];

  @ListField(label, { description: 'Certificates and habilitations held.', optional: true })
  certificates?: string[];

  @ObjectListField(() => Skill, { description: 'Skills that the source has already coded.', optional: true })
  skills?: Skill[];

  @ListField(romeCode, { description: 'Métiers looked for.', optional: true })
  romeCodes?: string[];
}
