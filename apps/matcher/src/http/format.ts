import {
  type DocumentKind,
  type EventOf,
  fromFranceTravail,
  InvalidInputError,
  parseEvent,
  type Violation,
} from '@passerelle/contracts';
import type { Format } from './batch';
import { FORMATS } from './batch';

/** The format that a query names; ours when it names none. @throws InvalidInputError */
export function parseFormat(kind: DocumentKind, format: unknown): Format {
  if (format === undefined) return 'passerelle';
  const taken: readonly Format[] = kind === 'offer' ? FORMATS : ['passerelle'];
  const known = taken.find((one) => one === format);
  if (known !== undefined) return known;
  throw new InvalidInputError('query', [{ field: 'format', reason: `Must be one of ${taken.join(', ')}.` }]);
}

/** Reads the body of a PUT. @throws InvalidInputError, also when its id is not that of the path. */
export function parseBody<Kind extends DocumentKind>(
  kind: Kind,
  format: Format,
  id: string,
  body: unknown,
): EventOf[Kind] {
  const event = format === 'france-travail' ? (fromFranceTravail(body) as EventOf[Kind]) : parseEvent(kind, body);
  if (event.id === id) return event;
  const violation: Violation = { field: 'id', reason: 'Must be the id in the path.' };
  throw new InvalidInputError(`${kind} event`, [violation]);
}
