import { request } from 'node:http';
import { BAKER_OFFER, OFFERS } from './support/documents';
import { call, linesOf, put } from './support/http';
import { recordsOf } from './support/log';
import { startMatcher, temporaryDirectory } from './support/matcher';

/** A batch whose body the test feeds line by line. */
function openBatch(url: string): { write(line: unknown): void; end(): Promise<string>; started: Promise<void> } {
  const sent = request(url, { method: 'POST', headers: { 'content-type': 'application/x-ndjson' } });
  const answer = new Promise<string>((resolve, reject) => {
    sent.once('error', reject);
    sent.once('response', (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      response.once('end', () => resolve(text));
      response.once('error', reject);
    });
  });
  const started = new Promise<void>((resolve) =>
    sent.once('socket', (socket) => socket.once('connect', () => resolve())),
  );
  return {
    started,
    write: (line) => void sent.write(`${JSON.stringify(line)}\n`),
    end: () => {
      sent.end();
      return answer;
    },
  };
}

describe('a stop during requests', () => {
  it('answers each in hand in full, and loses no event', async () => {
    const directory = await temporaryDirectory();
    try {
      const matcher = await startMatcher(directory.path);
      const offers = OFFERS.slice(0, 12);
      const batch = openBatch(`${matcher.url}/v1/batches/offers`);
      await batch.started;
      batch.write({ ...BAKER_OFFER, id: 'batch-before' });
      const seen = new Set<string>();
      const puts = offers.map(async (offer) => {
        const answer = await put(`${matcher.url}/v1/offers/${offer.id}`, offer);
        seen.add(offer.id);
        return answer.status;
      });
      await Promise.race(puts);
      expect(seen.size).toBeLessThan(offers.length);
      const closed = matcher.close();
      batch.write({ ...BAKER_OFFER, id: 'batch-during' });
      expect(linesOf(await batch.end()).at(-1)).toEqual({ status: 'done', accepted: 2, rejected: 0 });
      expect(new Set(await Promise.all(puts))).toEqual(new Set([201]));
      await closed;
      await expect(call(`${matcher.url}/health/live`)).rejects.toThrow();

      const next = await startMatcher(directory.path);
      try {
        for (const { id } of offers) expect((await call(`${next.url}/v1/offers/${id}`)).status).toBe(200);
        const keys = (await recordsOf(next.stream, 'offers')).map(({ key }) => key);
        expect(keys).toEqual(expect.arrayContaining(['batch-before', 'batch-during']));
      } finally {
        await next.close();
      }
    } finally {
      await directory.remove();
    }
  });

  it('can be asked for twice', async () => {
    const directory = await temporaryDirectory();
    const matcher = await startMatcher(directory.path);
    await Promise.all([matcher.close(), matcher.close()]);
    await directory.remove();
  });
});
