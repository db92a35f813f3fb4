import { InvalidStreamOptionError } from '../errors';
import type { SubscribeOptions } from '../event-stream';

const LONE_SURROGATE = /\p{Surrogate}/u;

export function requireInteger(field: string, value: number, min: number, max = Number.MAX_SAFE_INTEGER): void {
  if (Number.isSafeInteger(value) && value >= min && value <= max) return;
  const range = max === Number.MAX_SAFE_INTEGER ? `of at least ${min}` : `from ${min} to ${max}`;
  throw new InvalidStreamOptionError(field, `must be a whole number ${range}, and is ${value}`);
}

export function requireGroup(group: string): void {
  if (group === '' || LONE_SURROGATE.test(group)) {
    throw new InvalidStreamOptionError('group', 'must be text of at least one character');
  }
}

export function requireSubscription(options: SubscribeOptions): void {
  requireGroup(options.group);
  if (options.topics.length === 0) throw new InvalidStreamOptionError('topics', 'must name at least one topic');
  if (options.maxBatchSize !== undefined) requireInteger('maxBatchSize', options.maxBatchSize, 1);
}
