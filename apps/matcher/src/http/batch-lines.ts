/** One line of a body, without its end; `tooLong` lines are passed over without being held. */
export type Line = { readonly number: number } & (
  { readonly bytes: Buffer; readonly tooLong?: never } | { readonly tooLong: true }
);

const NEWLINE = 0x0a;

/**
 * Cuts a body into lines as it comes, of at most `maxBytes` each. Blank lines are counted and passed over; what follows the
 * last newline is a line too. Never holds more than one line and one chunk.
 */
export async function* linesOf(body: AsyncIterable<Buffer>, maxBytes: number): AsyncGenerator<Line> {
  let number = 0;
  let held: Buffer[] = [];
  let length = 0;

  const end = (): Line | null => {
    number += 1;
    const bytes = length > maxBytes ? null : Buffer.concat(held);
    held = [];
    length = 0;
    if (bytes === null) return { number, tooLong: true };
    return isBlank(bytes) ? null : { number, bytes };
  };
  const hold = (part: Buffer): void => {
    length += part.length;
    if (length <= maxBytes) held.push(part);
    else held = [];
  };

  for await (const chunk of body) {
    let from = 0;
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
      hold(chunk.subarray(from, at));
      const line = end();
      if (line !== null) yield line;
      from = at + 1;
    }
    hold(chunk.subarray(from));
  }
  if (length > 0) {
    const line = end();
    if (line !== null) yield line;
  }
}

function isBlank(bytes: Buffer): boolean {
  return bytes.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d);
}
