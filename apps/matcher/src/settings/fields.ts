import { resolve } from 'node:path';
import { LOG_LEVELS, type LogLevel } from '@passerelle/telemetry';

/** Reads one raw value, a text from the environment or JSON from the defaults. Throws a plain sentence when it is wrong. */
export type Read<T> = (raw: unknown, base: string) => T;

/** What a value must be, as one sentence for the person who set it. Never quotes the value: it may be a key. */
export class WrongValue extends Error {
  override readonly name = 'WrongValue';
}

export function integer(min: number, max: number): Read<number> {
  return (raw) => {
    const value = typeof raw === 'string' && /^\d{1,9}$/.test(raw.trim()) ? Number(raw) : raw;
    if (typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max) return value;
    throw new WrongValue(`must be an integer from ${min} to ${max}`);
  };
}

export function orElse<T>(fallback: () => T, read: Read<T>): Read<T> {
  return (raw, base) => (raw === null ? fallback() : read(raw, base));
}

export const name: Read<string> = (raw) => {
  if (typeof raw === 'string' && /^\S+$/.test(raw.trim())) return raw.trim();
  throw new WrongValue('must be a text without spaces');
};

export const path: Read<string> = (raw, base) => {
  if (typeof raw === 'string' && raw.trim() !== '') return resolve(base, raw.trim());
  throw new WrongValue('must be a path');
};

export const logLevel: Read<LogLevel> = (raw) => {
  const level = LOG_LEVELS.find((known) => known === raw);
  if (level !== undefined) return level;
  throw new WrongValue(`must be one of ${LOG_LEVELS.join(', ')}`);
};

const MIN_KEY_LENGTH = 16;

export const keys: Read<readonly string[]> = (raw) => {
  const list: unknown = typeof raw === 'string' ? raw.split(',').map((key) => key.trim()) : raw;
  const isKey = (key: unknown): key is string =>
    typeof key === 'string' && /^[\x21-\x7e]+$/.test(key) && key.length >= MIN_KEY_LENGTH;
  if (Array.isArray(list) && list.every(isKey)) return list;
  throw new WrongValue(`must be keys of ${MIN_KEY_LENGTH} printable ASCII characters or more, separated by commas`);
};
