/** What an event stream refuses or cannot do; every adapter throws these, so that callers need not know which it is. */
export abstract class EventStreamError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
  }
}

export class UnknownTopicError extends EventStreamError {
  constructor(readonly topic: string) {
    super(`Unknown topic "${topic}": it is not among the topics that this stream was opened with.`);
  }
}

export class UnknownPartitionError extends EventStreamError {
  constructor(
    readonly topic: string,
    readonly partition: number,
    readonly partitions: number,
  ) {
    super(`Unknown partition ${partition} of topic "${topic}": it has partitions 0 to ${partitions - 1}.`);
  }
}

/** A record that can never be appended, whatever the state of the log. Its content is not quoted: it may be personal. */
export class InvalidRecordError extends EventStreamError {
  constructor(
    readonly topic: string,
    /** Index among the records of the call, from 0. */
    readonly index: number,
    readonly field: 'key' | 'value' | 'headers',
    readonly reason: string,
  ) {
    super(`Record ${index} for topic "${topic}": ${field} ${reason}.`);
  }
}

export class RecordTooLargeError extends EventStreamError {
  constructor(
    readonly topic: string,
    /** Index among the records of the call, from 0. */
    readonly index: number,
    /** Key, value and headers together, in bytes of UTF-8. */
    readonly bytes: number,
    readonly limit: number,
  ) {
    super(`Record ${index} for topic "${topic}" takes ${bytes} bytes; the limit is ${limit}.`);
  }
}

/** A setting or an argument that is out of its range. */
export class InvalidStreamOptionError extends EventStreamError {
  constructor(
    readonly field: string,
    readonly reason: string,
  ) {
    super(`Event stream: ${field} ${reason}.`);
  }
}

export class StreamClosedError extends EventStreamError {
  constructor() {
    super('The event stream is closed.');
  }
}

/**
 * `locked`: another process (or another stream of this one) has the directory open; `not-writable`: it cannot be created
 * or written; `foreign`: it holds the data of something else; `newer-format`: it was written by a later version of this
 * program; `unreadable`: the engine cannot open what is there.
 */
type StreamDirectoryProblem = 'locked' | 'not-writable' | 'foreign' | 'newer-format' | 'unreadable';

/** The directory of an embedded stream cannot be used. Nothing in it was changed. */
export class StreamDirectoryError extends EventStreamError {
  constructor(
    readonly directory: string,
    readonly problem: StreamDirectoryProblem,
    detail: string,
    options?: ErrorOptions,
  ) {
    super(`Event stream directory "${directory}" ${detail}`, options);
  }
}
