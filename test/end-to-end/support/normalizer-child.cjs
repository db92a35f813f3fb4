/** Reads texts for the tests, one at a time, in a process that can be thrown away. */
const { openNormalizer } = require('@passerelle/normalization');

const opened = openNormalizer(JSON.parse(process.argv[2]));
let queue = Promise.resolve();

process.on('message', ({ call, source }) => {
  queue = queue.then(async () => {
    try {
      process.send({ call, normalized: await (await opened).normalize(source) });
    } catch (error) {
      process.send({ call, error: String(error) });
    }
  });
});

opened.then(() => process.send({ ready: true }));
