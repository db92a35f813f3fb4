import { Transform } from 'class-transformer';
import { type ContractType, contractType, departement } from '../events/parts';
import { Field } from '../validation/fields';
import { InvalidInputError } from '../validation/invalid-input-error';
import { decimal, integer } from '../validation/rules';
import { validate } from '../validation/validate';

const DEFAULT_LIMIT = 20;
const NUMERAL = /^\d+(\.\d+)?$/;

/** A query string holds text only: numerals become numbers, the rest is left for the rule to refuse. */
const Numeric = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' && NUMERAL.test(value) ? Number(value) : value,
  );

const limit = integer(1, 200);

/** Query of a list of matches. */
export class ListQuery {
  @Field(
    { ...limit, schema: { ...limit.schema, default: DEFAULT_LIMIT } },
    { description: 'Entries at most.', optional: true },
  )
  @Numeric()
  limit: number = DEFAULT_LIMIT;

  @Field(decimal(0, 1), { description: 'Only matches of at least this score.', optional: true })
  @Numeric()
  minScore?: number;

  @Field(departement, {
    description: 'Only documents located there; of profiles, also those ready to work there.',
    optional: true,
  })
  departement?: string;

  @Field(contractType, {
    description: 'Only offers of this contract; only profiles that say they accept it.',
    optional: true,
  })
  contractType?: ContractType;
}

/** @throws InvalidInputError listing every parameter that is wrong. */
export function parseListQuery(input: unknown): ListQuery {
  const result = validate(ListQuery, input);
  if ('violations' in result) throw new InvalidInputError('list query', result.violations);
  return result.value;
}
