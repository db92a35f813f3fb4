import { readFileSync, statSync } from 'node:fs';
import type { Command } from 'commander';
import { type EventOf, InvalidInputError, parseEventJson } from '@passerelle/contracts';
import { FailedError } from '../failed-error';
import { type Kind, ServiceClient } from '../service/client';
import { withMatcher } from '../service/temporary-matcher';
import { styleOf } from '../terminal/style';
import { UsageError } from '../usage-error';
import { explanation, type QuotedExplanation } from '../views/explanation';

export function registerExplain(program: Command): void {
  program
    .command('explain')
    .argument('<offer>', 'id of an offer in the running service, or path of an event as JSON')
    .argument('<profile>', 'id of a profile in the running service, or path of an event as JSON')
    .description('why an offer and a profile have their score, with the words that prove it')
    .option('--url <url>', 'where the service listens (default: where the settings say)')
    .option('--json', 'the explanation as JSON')
    .addHelpText('after', '\nNothing is kept of a pair in which one is a file: it is read and explained here.')
    .action(async (offerArgument: string, profileArgument: string, options: { url?: string; json?: boolean }) => {
      const client = new ServiceClient(options.url);
      const offer = await eventOf(client, 'offer', offerArgument);
      const profile = await eventOf(client, 'profile', profileArgument);
      const isStored = !isFile(offerArgument) && !isFile(profileArgument);
      const explained = isStored
        ? await client.get<QuotedExplanation>(
            `/v1/offers/${encodeURIComponent(offer.id)}/matches/${encodeURIComponent(profile.id)}`,
          )
        : await explainHere(offer, profile);
      process.stdout.write(
        options.json
          ? `${JSON.stringify(explained, null, 2)}\n`
          : `${explanation(explained, { offer, profile }, styleOf())}\n`,
      );
    });
}

async function eventOf<K extends Kind>(client: ServiceClient, kind: K, argument: string): Promise<EventOf[K]> {
  if (isFile(argument)) return eventIn(kind, argument);
  const { source } = await client.get<{ source: EventOf[K] }>(`/v1/${kind}s/${encodeURIComponent(argument)}`);
  return source;
}

/** @throws UsageError naming the file and every wrong field */
function eventIn<K extends Kind>(kind: K, file: string): EventOf[K] {
  try {
    return parseEventJson(kind, readFileSync(file));
  } catch (error) {
    if (!(error instanceof InvalidInputError)) throw error;
    const fields = error.violations.map(({ field, reason }) => `\n  ${field}: ${reason}`);
    throw new UsageError(`${file}: ${error.message}${fields.join('')}`);
  }
}

/** By the same road as in a service, with a log and a store that are thrown away. */
function explainHere(offer: EventOf['offer'], profile: EventOf['profile']): Promise<QuotedExplanation> {
  return withMatcher(async ({ submissions, matches }) => {
    const put = [await submissions.put('offer', offer), await submissions.put('profile', profile)];
    if (put.some(({ status }) => status === 'pending')) throw new FailedError('the texts could not be read in time');
    return matches.explain(offer.id, profile.id);
  });
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
