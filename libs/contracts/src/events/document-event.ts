import { Field } from '../validation/fields';
import { instant, integer } from '../validation/rules';
import { documentText, id, title } from './parts';

/** What every offer and profile event has. */
export abstract class DocumentEvent {
  @Field(id, { description: 'Identifier given by the platform; also the key of the record.' })
  id!: string;

  @Field(integer(1), {
    description: 'Grows with each change; an event that is not newer than what is known is ignored.',
  })
  version!: number;

  @Field(instant, { description: 'When the platform made the change.' })
  occurredAt!: string;

  @Field(title, { description: 'May be empty.' })
  title!: string;

  @Field(documentText, {
    description: 'French free text, kept to the character; may be empty: the document is then unscorable.',
  })
  text!: string;
}
