import { Health } from './health';

const well = (): Promise<void> => Promise.resolve();
const never = (): Promise<void> => new Promise(() => undefined);

describe('Health', () => {
  it('is well without checks', async () => {
    expect(await new Health(100).ready()).toEqual({ status: 'ok', checks: {} });
  });

  it('reports each check, and fails when one fails', async () => {
    const health = new Health(100);
    health.addReadiness('stream', well);
    health.addReadiness('store', () => Promise.reject(new Error('disk is full')));
    expect(await health.ready()).toEqual({
      status: 'failing',
      checks: {
        stream: { status: 'ok', durationMs: expect.any(Number) as number },
        store: { status: 'failing', durationMs: expect.any(Number) as number, reason: 'disk is full' },
      },
    });
  });

  it('keeps liveness and readiness apart', async () => {
    const health = new Health(100);
    health.addLiveness('loop', well);
    health.addReadiness('model', () => Promise.reject(new Error('still loading')));
    expect((await health.live()).status).toBe('ok');
    expect((await health.ready()).status).toBe('failing');
  });

  it('takes a check that throws at once, or rejects with no error, as failing', async () => {
    const health = new Health(100);
    health.addLiveness('throws', () => {
      throw new Error('not even a promise');
    });
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- what a careless library may do
    health.addLiveness('rejects', () => Promise.reject('text'));
    const { checks } = await health.live();
    expect(checks.throws).toMatchObject({ status: 'failing', reason: 'not even a promise' });
    expect(checks.rejects).toMatchObject({ status: 'failing', reason: 'unknown error' });
  });

  it('cuts a long reason', async () => {
    const health = new Health(100);
    health.addReadiness('store', () => Promise.reject(new Error('x'.repeat(1000))));
    expect((await health.ready()).checks.store?.reason).toHaveLength(300);
  });

  it('fails a check that does not answer in time, and starts it only once', async () => {
    jest.useFakeTimers();
    try {
      const health = new Health(500);
      const check = jest.fn(never);
      health.addReadiness('store', check);
      health.addReadiness('stream', well);
      for (let probe = 0; probe < 3; probe += 1) {
        const report = health.ready();
        await jest.advanceTimersByTimeAsync(500);
        expect(await report).toMatchObject({
          status: 'failing',
          checks: { store: { reason: 'no answer within 500 ms' }, stream: { status: 'ok' } },
        });
      }
      expect(check).toHaveBeenCalledTimes(1);
      expect(jest.getTimerCount()).toBe(0);
    } finally {
      jest.useRealTimers();
    }
  });

  it('asks again once a slow check has ended', async () => {
    const health = new Health(1_000);
    const check = jest.fn(well).mockRejectedValueOnce(new Error('starting'));
    health.addReadiness('model', check);
    expect((await health.ready()).status).toBe('failing');
    expect((await health.ready()).status).toBe('ok');
    expect(check).toHaveBeenCalledTimes(2);
  });

  it('refuses two checks of one name', () => {
    const health = new Health(100);
    health.addReadiness('store', well);
    expect(() => health.addReadiness('store', well)).toThrow('A health check is already named store');
    expect(() => health.addLiveness('store', well)).not.toThrow();
  });
});
