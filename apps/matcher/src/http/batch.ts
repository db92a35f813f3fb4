import {
  type DocumentKind,
  type EventOf,
  fromFranceTravail,
  InvalidEventError,
  InvalidInputError,
  MAX_EVENT_BYTES,
  parseEventJson,
  type Violation,
} from '@passerelle/contracts';
import { type Line, linesOf } from './batch-lines';
import type { Submissions } from './submissions';

export const FORMATS = ['passerelle', 'france-travail'] as const;
/** `france-travail`: offers of its API «Offres d'emploi v2», as they come. */
export type Format = (typeof FORMATS)[number];

/** What became of one line, or of the whole. `accepted`: durable in the event log, to be processed from there. */
export type BatchOutcome =
  | { readonly line: number; readonly status: 'accepted'; readonly id: string; readonly version: number }
  | { readonly line: number; readonly status: 'rejected'; readonly errors: readonly Violation[] }
  | { readonly status: 'done'; readonly accepted: number; readonly rejected: number };

/** Events appended at once. */
const CHUNK = 200;

/** Appends the events of a body line by line and tells what became of each, in order, as it goes. */
export async function* batch(
  submissions: Submissions,
  kind: DocumentKind,
  format: Format,
  body: AsyncIterable<Buffer>,
): AsyncGenerator<BatchOutcome> {
  const totals = { accepted: 0, rejected: 0 };
  let waiting: { readonly outcome: BatchOutcome; readonly event?: EventOf[DocumentKind] }[] = [];
  for await (const line of linesOf(body, MAX_EVENT_BYTES)) {
    const read = readLine(kind, format, line);
    totals[read.event ? 'accepted' : 'rejected'] += 1;
    waiting.push(read);
    if (waiting.length < CHUNK) continue;
    yield* await append();
  }
  yield* await append();
  yield { status: 'done', ...totals };

  async function append(): Promise<readonly BatchOutcome[]> {
    await submissions.append(
      kind,
      waiting.flatMap(({ event }) => event ?? []),
    );
    const outcomes = waiting.map(({ outcome }) => outcome);
    waiting = [];
    return outcomes;
  }
}

function readLine(
  kind: DocumentKind,
  format: Format,
  line: Line,
): { readonly outcome: BatchOutcome; readonly event?: EventOf[DocumentKind] } {
  const rejected = (errors: readonly Violation[]): { readonly outcome: BatchOutcome } => ({
    outcome: { line: line.number, status: 'rejected', errors },
  });
  if (line.tooLong) return rejected([{ field: '(root)', reason: `Must be at most ${MAX_EVENT_BYTES} bytes long.` }]);
  try {
    const event = format === 'france-travail' ? fromFranceTravail(json(line.bytes)) : parseEventJson(kind, line.bytes);
    return { outcome: { line: line.number, status: 'accepted', id: event.id, version: event.version }, event };
  } catch (error) {
    if (error instanceof InvalidInputError) return rejected(error.violations);
    throw error;
  }
}

function json(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new InvalidEventError('France Travail offer', [{ field: '(root)', reason: 'Must be JSON in UTF-8.' }]);
  }
}
