/** Milliseconds to wait before the next delivery, after so many failed ones in a row, from 1. */
export type RetryDelay = (failures: number) => number;

const FIRST_MS = 100;
const LAST_MS = 30_000;

/** 100 ms, then twice the last, up to 30 s. */
export function exponentialRetryDelay(failures: number): number {
  return Math.min(LAST_MS, FIRST_MS * 2 ** (failures - 1));
}
