export { OfferEvent } from './events/offer-event';
export { ProfileEvent } from './events/profile-event';
export {
  CONTRACT_TYPES,
  type ContractType,
  DOCUMENT_KINDS,
  type DocumentKind,
  type CefrLevel,
  type Requirement,
} from './events/parts';
export {
  type EventOf,
  MAX_EVENT_BYTES,
  parseEvent,
  parseEventJson,
  parseOfferEvent,
  parseProfileEvent,
} from './events/parse';
export { InvalidEventError, InvalidInputError, type Violation } from './validation/invalid-input-error';
export { fromFranceTravail } from './france-travail/convert';
export { type DocumentMessage, parseRecord } from './events/record';
export { type KeyedRecord, parseTombstone, type Tombstone } from './events/tombstone';
export { type DeadLetter, type DeadLetterError, deadLetterOf, type RejectedRecord } from './dead-letter';
export type { ListProvenance, MatchEntry, MatchesEvent, NamedMacroCompetence } from './matches-event';
export { NormalizeRequest, parseNormalizeRequest } from './api/normalize-request';
export { ListQuery, parseListQuery } from './api/list-query';
export { ProblemDetails } from './api/problem-details';
export { HEADERS, SCHEMA_VERSION, TOPICS } from './topics';
