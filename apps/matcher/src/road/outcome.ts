import type { DeadLetterError } from '@passerelle/contracts';

/** What became of one record, once its effects are durable. */
export type Outcome =
  /** `created`: nothing live stood under this id before. */
  | { readonly type: 'applied'; readonly created: boolean }
  | { readonly type: 'duplicate' | 'stale' }
  /** `existed`: there was something to erase. */
  | { readonly type: 'erased'; readonly existed: boolean }
  | { readonly type: 'rejected'; readonly error: DeadLetterError };
