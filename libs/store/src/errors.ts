/** What a store refuses or cannot do; every adapter throws these, so that callers need not know which it is. */
export abstract class StoreError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** Something that can never be stored. Its content is not quoted: it may be personal. */
export class InvalidDocumentError extends StoreError {
  constructor(
    /** Name of the field, with the index in the call where there are several: `documents[2].id`. */
    readonly field: string,
    readonly reason: string,
  ) {
    super(`Store: ${field} ${reason}.`);
  }
}

export class StoreClosedError extends StoreError {
  constructor() {
    super('The store is closed.');
  }
}

/**
 * `locked`: another process (or another store of this one) has the directory open; `not-writable`: it cannot be created
 * or written; `foreign`: it holds the data of something else; `newer-format`: it was written by a later version of this
 * program; `unreadable`: the engine cannot open what is there.
 */
type StoreDirectoryProblem = 'locked' | 'not-writable' | 'foreign' | 'newer-format' | 'unreadable';

/** The directory of an embedded store cannot be used. Nothing in it was changed. */
export class StoreDirectoryError extends StoreError {
  constructor(
    readonly directory: string,
    readonly problem: StoreDirectoryProblem,
    detail: string,
    options?: ErrorOptions,
  ) {
    super(`Store directory "${directory}" ${detail}`, options);
  }
}
