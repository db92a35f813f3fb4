const SEED = 0x9747b28c;
const M = 0x5bd1e995;

function mix(k: number): number {
  const multiplied = Math.imul(k, M);
  return Math.imul(multiplied ^ (multiplied >>> 24), M);
}

/** 32-bit signed MurmurHash2 as in org.apache.kafka.common.utils.Utils.murmur2. */
export function murmur2(data: Buffer): number {
  const { length } = data;
  const tail = length & ~3;
  let h = SEED ^ length;
  for (let i = 0; i < tail; i += 4) h = Math.imul(h, M) ^ mix(data.readInt32LE(i));
  if (length > tail) {
    for (let i = length - 1; i >= tail; i--) h ^= data[i]! << (8 * (i - tail));
    h = Math.imul(h, M);
  }
  h = Math.imul(h ^ (h >>> 13), M);
  return h ^ (h >>> 15);
}

/** The partition that Kafka's default partitioner gives to a key, so that a log moved to Kafka keeps its order. */
export function partitionOf(key: string, partitions: number): number {
  return (murmur2(Buffer.from(key, 'utf8')) & 0x7fffffff) % partitions;
}
