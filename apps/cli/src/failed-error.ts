/** What was asked for could not be done, for a reason that the message says whole: shown without a stack, exit code 1. */
export class FailedError extends Error {
  override readonly name = 'FailedError';
}
