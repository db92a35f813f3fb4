export type { DocumentKind, Provenance, PutOutcome, Store, StoredDocument, StoredList } from './store';
export { InvalidDocumentError, StoreClosedError, StoreDirectoryError, StoreError } from './errors';
export { type EmbeddedStoreOptions, openEmbeddedStore } from './embedded/embedded-store';
