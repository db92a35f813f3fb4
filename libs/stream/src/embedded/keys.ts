/**
 * Layout of the database, all keys text so that byte order is the order wanted:
 * `r/TOPIC/PARTITION/OFFSET` a record; `k/TOPIC/PARTITION/KEY LENGTH/KEY/OFFSET` where the records of a key are;
 * `g/GROUP LENGTH/GROUP/TOPIC/PARTITION` the committed offset of a group; `t/TOPIC` the number of partitions.
 * Topic names have no slash; keys and groups may, hence their lengths.
 */
const OFFSET_DIGITS = 16;
const PARTITION_DIGITS = 5;

const pad = (value: number, digits: number): string => value.toString().padStart(digits, '0');

/** Follows every text that starts with a slash-ended prefix, once that slash is replaced by it. */
const AFTER_SLASH = '0';

interface KeyRange {
  readonly gte: string;
  readonly lt: string;
}

function under(prefix: string): KeyRange {
  return { gte: `${prefix}/`, lt: `${prefix}${AFTER_SLASH}` };
}

function partitionPath(topic: string, partition: number): string {
  return `${topic}/${pad(partition, PARTITION_DIGITS)}`;
}

export function recordKey(topic: string, partition: number, offset: number): string {
  return `r/${partitionPath(topic, partition)}/${pad(offset, OFFSET_DIGITS)}`;
}

/** All records of a partition from an offset on. */
export function recordsFrom(topic: string, partition: number, offset: number): KeyRange {
  return { gte: recordKey(topic, partition, offset), lt: under(`r/${partitionPath(topic, partition)}`).lt };
}

/** The offset that ends the key of a record or of its place. */
export function offsetOf(key: string): number {
  return Number(key.slice(-OFFSET_DIGITS));
}

function placesPath(topic: string, partition: number, key: string): string {
  return `k/${partitionPath(topic, partition)}/${key.length}/${key}`;
}

export function placeKey(topic: string, partition: number, key: string, offset: number): string {
  return `${placesPath(topic, partition, key)}/${pad(offset, OFFSET_DIGITS)}`;
}

export function placesOf(topic: string, partition: number, key: string): KeyRange {
  return under(placesPath(topic, partition, key));
}

function groupPath(group: string): string {
  return `g/${group.length}/${group}`;
}

export function commitKey(group: string, topic: string, partition: number): string {
  return `${groupPath(group)}/${partitionPath(topic, partition)}`;
}

export function commitsOf(group: string): KeyRange {
  return under(groupPath(group));
}

/** Topic and partition that end the key of a commit. */
export function partitionOfCommit(key: string): { readonly topic: string; readonly partition: number } {
  const [topic, partition] = key.split('/').slice(-2) as [string, string];
  return { topic, partition: Number(partition) };
}

export function topicKey(topic: string): string {
  return `t/${topic}`;
}
