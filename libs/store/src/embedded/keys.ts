import type { DocumentKind } from '../store';

/**
 * Layout of the database, all keys text so that byte order is the order of ids (that of Unicode code points):
 * `d/KIND/ID` a live document; `l/KIND/ID` its list; `h/KIND/ID` what is known of the id, live or erased; `c/KIND` the
 * number of live documents. Kinds have no slash; ids end the keys and may have any character.
 */
export const documentKey = (kind: DocumentKind, id: string): string => `d/${kind}/${id}`;
export const listKey = (kind: DocumentKind, id: string): string => `l/${kind}/${id}`;
export const headKey = (kind: DocumentKind, id: string): string => `h/${kind}/${id}`;
export const countKey = (kind: DocumentKind): string => `c/${kind}`;

export interface KeyRange {
  readonly gte: string;
  readonly lt: string;
}

/** `0` is the character after the slash. */
export const documentsOf = (kind: DocumentKind): KeyRange => ({ gte: `d/${kind}/`, lt: `d/${kind}0` });
export const listsOf = (kind: DocumentKind): KeyRange => ({ gte: `l/${kind}/`, lt: `l/${kind}0` });
