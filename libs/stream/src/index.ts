export type {
  BatchHandler,
  EventStream,
  OutgoingRecord,
  PartitionLag,
  RecordPosition,
  StreamRecord,
  SubscribeOptions,
  Subscription,
} from './event-stream';
export {
  EventStreamError,
  InvalidRecordError,
  InvalidStreamOptionError,
  RecordTooLargeError,
  StreamClosedError,
  StreamDirectoryError,
  UnknownPartitionError,
  UnknownTopicError,
} from './errors';
export { type EmbeddedEventStreamOptions, openEmbeddedEventStream } from './embedded/embedded-event-stream';
