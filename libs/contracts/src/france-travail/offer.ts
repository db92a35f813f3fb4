import { Transform } from 'class-transformer';
import { documentText, id, ogrCode, romeCode, title } from '../events/parts';
import { Field, ListField, ObjectField, ObjectListField } from '../validation/fields';
import { boolean, oneOf, type Rule, text } from '../validation/rules';

/** Source of the field names: api «Offres d'emploi v2», francetravail.io. Only what we use is declared. */
const OF_API = { description: 'As in the API «Offres d’emploi v2» of France Travail.' };
const OPTIONAL = { ...OF_API, optional: true };

const wording = text(0, 300);
const exigence = oneOf(['E', 'S']);

const DATE = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:?\d{2}))?$/;
const date: Rule = {
  test: (value) => typeof value === 'string' && DATE.test(value) && Date.parse(value) >= 1000,
  reason: 'Must be an ISO 8601 date, or a date and time with its offset, after 1970.',
  schema: { type: String, format: 'date-time' },
};

/** Some exports of the API flatten `{libelle}` to its text. */
const Labelled = (): PropertyDecorator =>
  Transform(
    ({ value }: { value: unknown }) =>
      Array.isArray(value)
        ? value.map((item: unknown) =>
            typeof item === 'string' ? Object.assign(new Wanted(), { libelle: item }) : item,
          )
        : value,
    { toClassOnly: true },
  );

export class Wanted {
  @Field(wording, OF_API)
  libelle!: string;

  @Field(exigence, OPTIONAL)
  exigence?: 'E' | 'S';
}

class Competence extends Wanted {
  @Field(ogrCode, OPTIONAL)
  code?: string;
}

export class Formation {
  @Field(text(0, 140), OPTIONAL)
  niveauLibelle?: string;

  @Field(text(0, 140), OPTIONAL)
  domaineLibelle?: string;

  @Field(text(0, 140), OPTIONAL)
  commentaire?: string;

  @Field(exigence, OPTIONAL)
  exigence?: 'E' | 'S';
}

class LieuTravail {
  @Field(text(0, 100), OPTIONAL)
  libelle?: string;

  @Field(text(0, 5), OPTIONAL)
  commune?: string;

  @Field(text(0, 5), OPTIONAL)
  codePostal?: string;
}

class ContexteTravail {
  @ListField(wording, OPTIONAL)
  horaires?: string[];

  @ListField(wording, OPTIONAL)
  conditionsExercice?: string[];
}

class Salaire {
  @Field(wording, OPTIONAL)
  complement1?: string;

  @Field(wording, OPTIONAL)
  complement2?: string;

  @ObjectListField(() => Wanted, OPTIONAL)
  listeComplements?: Wanted[];
}

/** One offer as the API gives it, with the few fields that its exports flatten. */
export class FranceTravailOffer {
  @Field(id, OF_API)
  id!: string;

  @Field(title, OF_API)
  intitule!: string;

  @Field(documentText, OF_API)
  description!: string;

  @Field(date, OPTIONAL)
  dateCreation?: string;

  @Field(date, OPTIONAL)
  dateActualisation?: string;

  @ObjectField(() => LieuTravail, OPTIONAL)
  lieuTravail?: LieuTravail;

  @Field(text(0, 100), OPTIONAL)
  departement?: string;

  @Field(romeCode, OPTIONAL)
  romeCode?: string;

  @Field(text(0, 100), OPTIONAL)
  typeContrat?: string;

  @Field(text(0, 100), OPTIONAL)
  natureContrat?: string;

  @Field(boolean, OPTIONAL)
  alternance?: boolean;

  @Field(oneOf(['D', 'S', 'E']), OPTIONAL)
  experienceExige?: 'D' | 'S' | 'E';

  @Field(wording, OPTIONAL)
  experienceLibelle?: string;

  @Labelled()
  @ObjectListField(() => Competence, OPTIONAL)
  competences?: Competence[];

  @ObjectListField(() => Formation, OPTIONAL)
  formations?: Formation[];

  @Labelled()
  @ObjectListField(() => Wanted, OPTIONAL)
  langues?: Wanted[];

  @Labelled()
  @ObjectListField(() => Wanted, OPTIONAL)
  permis?: Wanted[];

  @Labelled()
  @ObjectListField(() => Wanted, OPTIONAL)
  qualitesProfessionnelles?: Wanted[];

  @Field(wording, OPTIONAL)
  dureeTravailLibelle?: string;

  @Field(wording, OPTIONAL)
  dureeTravailLibelleConverti?: string;

  @Field(text(0, 5_000), OPTIONAL)
  complementExercice?: string;

  @ObjectField(() => ContexteTravail, OPTIONAL)
  contexteTravail?: ContexteTravail;

  @ListField(wording, OPTIONAL)
  horaires?: string[];

  @ListField(wording, OPTIONAL)
  conditionsExercice?: string[];

  @Field(wording, OPTIONAL)
  deplacementLibelle?: string;

  @ObjectField(() => Salaire, OPTIONAL)
  salaire?: Salaire;
}
