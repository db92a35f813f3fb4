import { exponentialRetryDelay } from './retry-delay';

describe('exponentialRetryDelay', () => {
  it('doubles from 100 ms and stays at 30 s, however long it lasts', () => {
    expect([1, 2, 3, 9, 10, 5000].map(exponentialRetryDelay)).toEqual([100, 200, 400, 25_600, 30_000, 30_000]);
  });
});
