/**
 * Writes to the stream and the store of two directories until it is killed, and says on stdout, a line of JSON each, what
 * it is about to write and what was acknowledged. Runs on the built rooms, as a user's process does.
 * Arguments: stream directory, store directory, round.
 */
const { writeSync } = require('node:fs');
const { openEmbeddedEventStream } = require('@passerelle/stream');
const { openEmbeddedStore } = require('@passerelle/store');

const [, , streamDirectory, storeDirectory, round] = process.argv;
const WRITERS = 6;
const STUCK_BATCH = 3;

// Not process.stdout: what was said must have left the process before it goes on.
const say = (line) => writeSync(1, `${JSON.stringify(line)}\n`);

async function publishForEver(stream, writer) {
  const key = `${round}-${writer}`;
  for (let next = 0; ;) {
    const records = Array.from({ length: 1 + (next % 4) }, (_, i) => ({ key, value: `${key}-${next + i}` }));
    next += records.length;
    const positions = await stream.publish('log', records);
    say({ published: positions.map(({ partition, offset }, i) => ({ partition, offset, value: records[i].value })) });
  }
}

async function storeForEver(store, writer) {
  const id = `d${writer}`;
  let { version } = (await store.versionOf('offer', id)) ?? { version: 0 };
  for (;;) {
    version += 1;
    const erased = version % 5 === 0;
    say({ storing: { id, version } });
    if (erased) await store.erase('offer', id, version, new Date().toISOString());
    else {
      const source = { version, filler: `${version};`.repeat(300) };
      const provenance = { romeVersion: '460', modelVersion: 'm', weightsVersion: 'w' };
      const document = { kind: 'offer', id, version, source, normalized: {}, provenance };
      await store.putDocuments([{ ...document, storedAt: new Date().toISOString() }]);
      await store.putLists([{ kind: 'offer', id, revision: version, list: [version] }]);
    }
    say({ stored: { id, version, erased } });
  }
}

async function main() {
  const stream = await openEmbeddedEventStream({ directory: streamDirectory, topics: { log: { partitions: 3 } } });
  const store = await openEmbeddedStore({ directory: storeDirectory });
  let stuck = 0;
  await stream.subscribe({ group: 'workers', topics: ['log'], maxBatchSize: 8 }, async (records) => {
    const { partition, offset } = records[0];
    say({ began: { partition, first: offset, next: offset + records.length } });
  });
  await stream.subscribe(
    { group: `stuck-${round}`, topics: ['log'], from: 'latest', maxBatchSize: 4 },
    async (records) => {
      if (++stuck < STUCK_BATCH) return;
      say({ stuck: { partition: records[0].partition, first: records[0].offset } });
      await new Promise(() => undefined);
    },
  );
  const writers = Array.from({ length: WRITERS }, (_, writer) => writer);
  await Promise.all(writers.flatMap((writer) => [publishForEver(stream, writer), storeForEver(store, writer)]));
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
