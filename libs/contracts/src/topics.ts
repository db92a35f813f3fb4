/** Every topic of the house. `decisions` and `corrections` are what people make of the lists. */
export const TOPICS = {
  offers: 'offers',
  profiles: 'profiles',
  matches: 'matches',
  decisions: 'decisions',
  corrections: 'corrections',
  deadLetters: 'dead-letters',
} as const;

/** Headers of a record, all optional on what comes in. */
export const HEADERS = {
  /** Version of the payload's shape. */
  schemaVersion: 'schema-version',
  /** Version of the document, for a tombstone, which has no value to hold it. */
  version: 'version',
} as const;

/** Grows when a payload changes in a way that a reader must know of. */
export const SCHEMA_VERSION = 1;
