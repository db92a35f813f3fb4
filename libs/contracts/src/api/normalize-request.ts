import { documentText, DOCUMENT_KINDS, type DocumentKind, title } from '../events/parts';
import { Field } from '../validation/fields';
import { InvalidInputError } from '../validation/invalid-input-error';
import { oneOf } from '../validation/rules';
import { validate } from '../validation/validate';

/** Body of a request to read concepts in a text, without keeping it. */
export class NormalizeRequest {
  @Field(oneOf(DOCUMENT_KINDS), { description: 'How to read the text.' })
  kind!: DocumentKind;

  @Field(title, { description: 'May be empty.', optional: true })
  title?: string;

  @Field(documentText, { description: 'French free text.' })
  text!: string;
}

/** @throws InvalidInputError listing every field that is wrong. */
export function parseNormalizeRequest(input: unknown): NormalizeRequest {
  const result = validate(NormalizeRequest, input);
  if ('violations' in result) throw new InvalidInputError('normalize request', result.violations);
  return result.value;
}
