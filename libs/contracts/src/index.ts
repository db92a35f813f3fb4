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
