import type { DocumentKind, Tombstone } from '@passerelle/contracts';
import type { MatchDocument } from '@passerelle/matching';
import type { StreamRecord } from '@passerelle/stream';
import type { Stored } from '../documents/stored';

/** One record, understood, before any effect. */
export type Work = { readonly record: StreamRecord; readonly kind: DocumentKind } & (
  | { readonly type: 'put'; readonly stored: Stored; readonly document: MatchDocument }
  | { readonly type: 'seen'; readonly id: string; readonly outcome: 'duplicate' | 'stale' }
  | { readonly type: 'erase'; readonly tombstone: Tombstone }
  | { readonly type: 'reject'; readonly error: unknown }
);
