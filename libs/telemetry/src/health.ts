/** Resolves when the thing checked is well; rejects with the reason when it is not. */
export type HealthCheck = () => Promise<void>;

export interface CheckResult {
  readonly status: 'ok' | 'failing';
  /** How long the check took, at most its time-out. */
  readonly durationMs: number;
  /** Why it fails: a message of ours or of the error, at most 300 characters. */
  readonly reason?: string;
}

export interface HealthReport {
  /** `ok` when every check is. */
  readonly status: 'ok' | 'failing';
  readonly checks: Readonly<Record<string, CheckResult>>;
}

const MAX_REASON = 300;

class NamedCheck {
  private running: Promise<void> | undefined;

  constructor(
    private readonly check: HealthCheck,
    private readonly timeoutMs: number,
  ) {}

  async result(): Promise<CheckResult> {
    const startedAt = performance.now();
    const ended = (rest: Pick<CheckResult, 'status' | 'reason'>): CheckResult => ({
      ...rest,
      durationMs: Math.round(performance.now() - startedAt),
    });
    let timer: NodeJS.Timeout | undefined;
    const tooLate = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`no answer within ${this.timeoutMs} ms`)), this.timeoutMs);
    });
    try {
      await Promise.race([this.run(), tooLate]);
      return ended({ status: 'ok' });
    } catch (error) {
      const reason = error instanceof Error ? error.message : 'unknown error';
      return ended({ status: 'failing', reason: reason.slice(0, MAX_REASON) });
    } finally {
      clearTimeout(timer);
    }
  }

  // A check that hangs is waited for again by the next probe, not started once more.
  private run(): Promise<void> {
    this.running ??= (async () => this.check())().finally(() => {
      this.running = undefined;
    });
    return this.running;
  }
}

/**
 * Named checks of one process. Liveness: a failing check means that only a restart helps. Readiness: it should get no
 * traffic for now.
 */
export class Health {
  private readonly checks = { live: new Map<string, NamedCheck>(), ready: new Map<string, NamedCheck>() };

  /** @param timeoutMs A check without an answer by then fails. */
  constructor(private readonly timeoutMs: number) {}

  /** @throws Error when the name is taken. */
  addLiveness(name: string, check: HealthCheck): void {
    this.add('live', name, check);
  }

  /** @throws Error when the name is taken. */
  addReadiness(name: string, check: HealthCheck): void {
    this.add('ready', name, check);
  }

  live(): Promise<HealthReport> {
    return this.report('live');
  }

  ready(): Promise<HealthReport> {
    return this.report('ready');
  }

  private add(probe: 'live' | 'ready', name: string, check: HealthCheck): void {
    if (this.checks[probe].has(name)) throw new Error(`A health check is already named ${name}`);
    this.checks[probe].set(name, new NamedCheck(check, this.timeoutMs));
  }

  private async report(probe: 'live' | 'ready'): Promise<HealthReport> {
    const results = await Promise.all(
      [...this.checks[probe]].map(async ([name, check]) => [name, await check.result()] as const),
    );
    const status = results.every(([, result]) => result.status === 'ok') ? 'ok' : 'failing';
    return { status, checks: Object.fromEntries(results) };
  }
}
