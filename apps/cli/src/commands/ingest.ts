import { type Command, Option } from 'commander';
import { FailedError } from '../failed-error';
import { type InputFormat, type Item, readItems } from '../ingest/read-items';
import { type BatchOutcome, type FieldError, type Kind, ServiceClient } from '../service/client';
import { progressBar } from '../terminal/progress';
import { table } from '../terminal/table';
import { UsageError } from '../usage-error';

/** Documents sent in one request. */
const CHUNK = 500;
/** Refused fields told one by one in the table; `--json` tells all. */
const TOLD = 20;

interface Refusal {
  readonly place: string;
  readonly errors: readonly FieldError[];
}

interface Options {
  readonly kind?: Kind;
  readonly format?: InputFormat;
  readonly url?: string;
  readonly json?: boolean;
}

export function registerIngest(program: Command): void {
  program
    .command('ingest')
    .argument('<file>', 'JSON Lines of our events, or offers of France Travail (JSON Lines, or one JSON array)')
    .description('send offers or profiles to a running service')
    .addOption(
      new Option('--kind <kind>', 'what the file holds; offers of France Travail need none').choices([
        'offer',
        'profile',
      ]),
    )
    .addOption(
      new Option('--format <format>', 'told from the first document by default').choices([
        'passerelle',
        'france-travail',
      ]),
    )
    .option('--url <url>', 'where the service listens (default: where the settings say)')
    .option('--json', 'outcome as JSON')
    .addHelpText('after', '\nA service with keys is given the first one of PASSERELLE_API_KEYS.')
    .action(async (file: string, options: Options) => {
      const read = readItems(file);
      const format = options.format ?? read.format;
      const kind = kindOf(format, options.kind);
      const refusals = await send(new ServiceClient(options.url), kind, format, read.items);
      const accepted = read.items.length - refusals.length;
      const outcome = { accepted, rejected: refusals.length, refusals };
      process.stdout.write(options.json ? `${JSON.stringify(outcome, null, 2)}\n` : `${report(accepted, refusals)}\n`);
      if (refusals.length > 0) throw new FailedError(`${refusals.length} of ${read.items.length} were refused`);
    });
}

function kindOf(format: InputFormat, kind: Kind | undefined): Kind {
  if (format === 'france-travail' && kind === 'profile')
    throw new UsageError('--kind profile: France Travail gives offers');
  if (kind === undefined && format === 'passerelle')
    throw new UsageError('say what the file holds: --kind offer or --kind profile');
  return kind ?? 'offer';
}

async function send(
  client: ServiceClient,
  kind: Kind,
  format: InputFormat,
  items: readonly Item[],
): Promise<Refusal[]> {
  const refusals: Refusal[] = [];
  const bar = progressBar('Sending', items.length);
  try {
    for (let from = 0; from < items.length; from += CHUNK) {
      const chunk = items.slice(from, from + CHUNK);
      const outcomes = await client.batch(
        kind,
        format,
        chunk.map(({ json }) => json),
      );
      if (!outcomes.some(({ status }) => status === 'done'))
        throw new FailedError(`${from} were accepted before this: ${cut(outcomes)}`);
      for (const outcome of outcomes) {
        if (outcome.status === 'rejected')
          refusals.push({ place: chunk[outcome.line - 1]?.place ?? '', errors: outcome.errors });
      }
      bar.update(from + chunk.length);
    }
  } finally {
    bar.stop();
  }
  return refusals;
}

function cut(outcomes: readonly BatchOutcome[]): string {
  return (
    outcomes.flatMap((outcome) => (outcome.status === 'failed' ? outcome.detail : []))[0] ?? 'the answer was cut short'
  );
}

function report(accepted: number, refusals: readonly Refusal[]): string {
  const counts = table(['acceptés dans le journal', 'refusés'], [[accepted, refusals.length]]);
  if (refusals.length === 0) return counts;
  const rows = refusals.flatMap(({ place, errors }) => errors.map(({ field, reason }) => [place, field, reason]));
  const more = rows.length > TOLD ? `\n… and ${rows.length - TOLD} more (--json tells all)` : '';
  return `${counts}\n${table(['', 'field', 'reason'], rows.slice(0, TOLD))}${more}`;
}
