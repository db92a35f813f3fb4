import { createReadStream, createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { UsageError } from './usage-error';

/** Reads a file of one JSON object per line; blank lines are passed over. @throws UsageError naming file and line */
export async function* readJsonLines(file: string): AsyncGenerator<{ line: number; value: Record<string, unknown> }> {
  const input = createReadStream(file);
  let line = 0;
  try {
    for await (const text of createInterface({ input, crlfDelay: Infinity })) {
      line++;
      if (text.trim() === '') continue;
      yield { line, value: parseLine(file, line, text) };
    }
  } catch (error) {
    const { errored } = input;
    throw errored !== null && error === errored ? new UsageError(`${file}: ${errored.message}`) : error;
  } finally {
    input.destroy();
  }
}

function parseLine(file: string, line: number, text: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new UsageError(`${file}:${line}: not JSON (${(error as Error).message})`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new UsageError(`${file}:${line}: expected a JSON object`);
  }
  return value as Record<string, unknown>;
}

/** Writes one JSON object (or one ready-made line) per line. @throws UsageError for a file that cannot be written */
export async function writeLines(file: string, lines: Iterable<unknown>): Promise<void> {
  const output = createWriteStream(file);
  try {
    await pipeline(Readable.from(written(lines)), output);
  } catch (error) {
    throw error === output.errored ? new UsageError(`${file}: ${(error as Error).message}`) : error;
  }
}

function* written(lines: Iterable<unknown>): Generator<string> {
  for (const line of lines) yield `${typeof line === 'string' ? line : JSON.stringify(line)}\n`;
}
