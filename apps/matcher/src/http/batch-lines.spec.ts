import fc from 'fast-check';
import { type Line, linesOf } from './batch-lines';

async function* chunks(parts: readonly string[]): AsyncGenerator<Buffer> {
  for (const part of parts) yield await Promise.resolve(Buffer.from(part));
}

async function read(parts: readonly string[], maxBytes = 100): Promise<readonly string[]> {
  const lines: string[] = [];
  for await (const line of linesOf(chunks(parts), maxBytes)) lines.push(shown(line));
  return lines;
}

const shown = (line: Line): string => `${line.number}:${line.tooLong ? '(too long)' : line.bytes.toString()}`;

describe('linesOf', () => {
  it('gives the same lines however the body is cut', async () => {
    const body = '{"a":1}\n\n  \r\n{"b":"é"}\r\nlast';
    const whole = await read([body]);
    expect(whole).toEqual(['1:{"a":1}', '4:{"b":"é"}\r', '5:last']);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(body.length), { maxLength: 8 }), async (cuts) => {
        const at = [0, ...cuts.sort((a, b) => a - b), body.length];
        const parts = at.slice(1).map((to, i) => body.slice(at[i], to));
        expect(await read(parts)).toEqual(whole);
      }),
    );
  });

  it('passes over a line that is too long and goes on', async () => {
    expect(await read(['ok\n', 'x'.repeat(60), 'x'.repeat(60), '\nnext\n'])).toEqual([
      '1:ok',
      '2:(too long)',
      '3:next',
    ]);
    expect(await read(['x'.repeat(101)])).toEqual(['1:(too long)']);
    expect(await read(['x'.repeat(100)])).toEqual([`1:${'x'.repeat(100)}`]);
  });

  it('gives nothing for an empty body', async () => {
    expect(await read([])).toEqual([]);
    expect(await read(['\n\n'])).toEqual([]);
  });
});
