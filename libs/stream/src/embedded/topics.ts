import { InvalidStreamOptionError } from '../errors';
import type { Level } from './directory';
import { topicKey } from './keys';
import { PartitionLog } from './partition-log';
import { requireInteger } from './requirements';

export interface TopicSettings {
  readonly partitions: number;
}

const MAX_PARTITIONS = 1000;
/** What Kafka allows. */
const TOPIC_NAME = /^[A-Za-z0-9._-]{1,249}$/;

function requireTopic(name: string, settings: TopicSettings): void {
  if (!TOPIC_NAME.test(name)) {
    throw new InvalidStreamOptionError(
      `topics."${name}"`,
      'must be named with 1 to 249 characters among A-Z a-z 0-9 . _ -',
    );
  }
  requireInteger(`topics.${name}.partitions`, settings.partitions, 1, MAX_PARTITIONS);
}

/** Makes the topics that are new and opens all. @throws InvalidStreamOptionError when a number of partitions changed. */
export async function openTopics(
  db: Level,
  topics: Readonly<Record<string, TopicSettings>>,
): Promise<ReadonlyMap<string, readonly PartitionLog[]>> {
  const entries = Object.entries(topics);
  for (const [name, settings] of entries) requireTopic(name, settings);
  const opened = new Map<string, readonly PartitionLog[]>();
  for (const [name, { partitions }] of entries) {
    const stored = await db.get(topicKey(name));
    if (stored === undefined) await db.put(topicKey(name), String(partitions), { sync: true });
    else if (Number(stored) !== partitions) {
      // Another number would send the keys to other partitions, and the order within a key would be lost.
      const reason = `is ${partitions}, but the topic was made with ${stored} and keeps that number`;
      throw new InvalidStreamOptionError(`topics.${name}.partitions`, reason);
    }
    const numbers = Array.from({ length: partitions }, (_, partition) => partition);
    opened.set(name, await Promise.all(numbers.map((partition) => PartitionLog.open(db, name, partition))));
  }
  return opened;
}
