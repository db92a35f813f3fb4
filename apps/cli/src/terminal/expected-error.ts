/** Errors that tell the person what to change; their stack would say nothing more. */
const EXPECTED = new Set(['UsageError', 'GoldSetError', 'RomeFormatError', 'UnknownCodeError', 'SettingsError', 'ModelLoadError', 'WordingsError', 'InvalidInputError', 'InvalidEventError']);

export function isExpected(error: unknown): error is Error {
  return error instanceof Error && EXPECTED.has(error.name);
}
