import type { Outcome } from './outcome';

/** Names the request that waits for a record, in the headers of that record. */
export const REQUEST_HEADER = 'passerelle-request';

/** HTTP requests that wait for the road to process the record that they appended. */
export class WaitingRequests {
  private readonly waiting = new Map<string, (outcome: Outcome) => void>();

  /** Resolves with the outcome, or null when it has not come within the time. Call it before the record is appended. */
  wait(request: string, withinMs: number): Promise<Outcome | null> {
    return new Promise((resolve) => {
      const end = (outcome: Outcome | null): void => {
        clearTimeout(timer);
        this.waiting.delete(request);
        resolve(outcome);
      };
      const timer = setTimeout(() => end(null), withinMs);
      this.waiting.set(request, end);
    });
  }

  settle(headers: Readonly<Record<string, string>>, outcome: Outcome): void {
    const request = headers[REQUEST_HEADER];
    if (request !== undefined) this.waiting.get(request)?.(outcome);
  }
}
