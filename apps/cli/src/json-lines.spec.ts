import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readJsonLines, writeLines } from './json-lines';
import { UsageError } from './usage-error';

let directory: string;
beforeAll(() => (directory = mkdtempSync(join(tmpdir(), 'passerelle-cli-'))));
afterAll(() => rmSync(directory, { recursive: true }));

async function read(content: string) {
  const file = join(directory, 'in.jsonl');
  writeFileSync(file, content);
  const lines: unknown[] = [];
  for await (const line of readJsonLines(file)) lines.push(line);
  return lines;
}

describe('readJsonLines', () => {
  it('gives each object with its line number, blank lines passed over', async () => {
    expect(await read('{"a":1}\r\n\n {"a":2}')).toEqual([
      { line: 1, value: { a: 1 } },
      { line: 3, value: { a: 2 } },
    ]);
  });

  it('names file and line of what is not a JSON object', async () => {
    await expect(read('{"a":1}\n{"a":')).rejects.toThrow(/in\.jsonl:2: not JSON/u);
    await expect(read('[1]')).rejects.toThrow(/in\.jsonl:1: expected a JSON object/u);
  });

  it('says that a file cannot be read', async () => {
    const lines = readJsonLines(join(directory, 'none.jsonl'));
    const error: unknown = await lines.next().catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(UsageError);
    expect((error as Error).message).toMatch(/none\.jsonl.*no such file/u);
  });
});

describe('writeLines', () => {
  it('writes objects as JSON and texts as they are', async () => {
    const file = join(directory, 'out');
    await writeLines(file, [{ a: 'é' }, 'x\ty']);
    expect(readFileSync(file, 'utf8')).toBe('{"a":"é"}\nx\ty\n');
  });

  it('says that a file cannot be written', async () => {
    const writing = writeLines(join(directory, 'none', 'out'), ['x']);
    await expect(writing).rejects.toThrow(/none.*no such file/u);
    await expect(writing).rejects.toBeInstanceOf(UsageError);
  });
});
