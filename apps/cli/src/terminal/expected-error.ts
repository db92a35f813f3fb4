import { settings } from '../locations';

/** Errors that tell the person what to ask for instead; their stack would say nothing more. */
const ASKED_WRONGLY = new Set([
  'UsageError',
  'GoldSetError',
  'RomeFormatError',
  'UnknownCodeError',
  'SettingsError',
  'ModelLoadError',
  'WordingsError',
  'InvalidInputError',
  'InvalidEventError',
  'InvalidWeightsError',
]);

/** Errors whose message says all there is to say of a failure. */
const FAILED = new Set(['FailedError', 'StoreDirectoryError', 'StreamDirectoryError']);

interface Ending {
  readonly message: string;
  /** 1 failed, 2 asked for in a way that cannot be done. */
  readonly exitCode: 1 | 2;
}

/** How a command ends that threw. */
export function endingOf(error: unknown): Ending {
  if (!(error instanceof Error)) return { message: String(error), exitCode: 1 };
  if (ASKED_WRONGLY.has(error.name)) return { message: error.message + fields(error), exitCode: 2 };
  if (FAILED.has(error.name)) return { message: error.message, exitCode: 1 };
  if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') {
    const { host, port } = settings();
    return { message: `${host}:${port} is taken by another program: set PASSERELLE_PORT to another port`, exitCode: 1 };
  }
  return { message: error.stack ?? error.message, exitCode: 1 };
}

/** Every wrong field with its reason, for errors of the contracts. */
function fields(error: Error): string {
  const { violations = [] } = error as { violations?: readonly { field: string; reason: string }[] };
  return violations.map(({ field, reason }) => `\n  ${field}: ${reason}`).join('');
}
