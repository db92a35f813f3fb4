import { InvalidDocumentError } from '../errors';
import type { DocumentKind, StoredDocument, StoredList } from '../store';

const KINDS: ReadonlySet<string> = new Set<DocumentKind>(['offer', 'profile']);
const LONE_SURROGATE = /\p{Surrogate}/u;
const MAX_ID_BYTES = 512;
/** What MongoDB takes, so that what one adapter stores the other can. */
const MAX_BYTES = 16 * 1024 * 1024;

/** Plain JSON of a checked document or list. @throws InvalidDocumentError when it is not JSON, or too large. */
function encode(field: string, value: object): string {
  let json: string;
  try {
    json = JSON.stringify(value);
  } catch {
    throw new InvalidDocumentError(field, 'is not plain JSON');
  }
  const bytes = Buffer.byteLength(json);
  if (bytes > MAX_BYTES)
    throw new InvalidDocumentError(field, `takes ${bytes} bytes of JSON; the limit is ${MAX_BYTES}`);
  return json;
}

/** @throws InvalidDocumentError naming the field that cannot be kept. */
export function checkIdentity(field: string, kind: string, id: string): void {
  if (!KINDS.has(kind)) throw new InvalidDocumentError(`${field}.kind`, 'must be offer or profile');
  if (typeof id !== 'string' || id === '' || LONE_SURROGATE.test(id) || Buffer.byteLength(id) > MAX_ID_BYTES) {
    throw new InvalidDocumentError(`${field}.id`, `must be text of 1 to ${MAX_ID_BYTES} bytes of UTF-8`);
  }
}

/** @throws InvalidDocumentError unless it is a whole number from 0. */
export function checkVersion(field: string, version: number): void {
  if (!Number.isSafeInteger(version) || version < 0) {
    throw new InvalidDocumentError(field, 'must be a whole number from 0');
  }
}

export function encodeDocument(field: string, document: StoredDocument): string {
  checkIdentity(field, document.kind, document.id);
  checkVersion(`${field}.version`, document.version);
  for (const part of ['source', 'normalized'] as const) {
    if (document[part] === undefined) throw new InvalidDocumentError(`${field}.${part}`, 'is missing');
  }
  return encode(field, document);
}

export function encodeList(field: string, list: StoredList): string {
  checkIdentity(field, list.kind, list.id);
  checkVersion(`${field}.revision`, list.revision);
  if (list.list === undefined) throw new InvalidDocumentError(`${field}.list`, 'is missing');
  return encode(field, list);
}

export function decodeDocument(stored: string): StoredDocument {
  return JSON.parse(stored) as StoredDocument;
}

export function decodeList(stored: string): StoredList {
  return JSON.parse(stored) as StoredList;
}
