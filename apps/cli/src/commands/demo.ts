import { join } from 'node:path';
import type { Command } from 'commander';
import { type EventOf, parseEvent } from '@passerelle/contracts';
import type { Matcher } from '@passerelle/matcher';
import { type Events, listKey, type Lists, streamEvents } from '../demo/stream-events';
import { FailedError } from '../failed-error';
import { readJsonLines } from '../json-lines';
import { DEMO_DIRECTORY, settings } from '../locations';
import type { Kind } from '../service/client';
import { stopAsked } from '../service/stop-asked';
import { withMatcher } from '../service/temporary-matcher';
import { progressBar } from '../terminal/progress';
import { styleOf } from '../terminal/style';
import { type DocumentEvent, explanation } from '../views/explanation';
import { decimal } from '../views/french';
import { matchList } from '../views/match-list';

/** The offer whose best match is explained in full. */
const EXPLAINED = 'offre-demo-002';
/** Whose lists are shown. */
const SHOWN: readonly { readonly kind: Kind; readonly id: string }[] = [
  { kind: 'offer', id: EXPLAINED },
  { kind: 'offer', id: 'offre-demo-046' },
  { kind: 'profile', id: 'profil-demo-048' },
  { kind: 'profile', id: 'profil-demo-040' },
];
const ENTRIES = 3;

export function registerDemo(program: Command): void {
  program
    .command('demo')
    .description(
      'stream fictional offers and profiles through a service of its own, show matches, explain one, keep serving',
    )
    .option('--once', 'end after the explanation')
    .action(async ({ once = false }: { once?: boolean }) => {
      const stop = stopAsked();
      const events: Events = { offer: await readEvents('offer'), profile: await readEvents('profile') };
      const changes = once ? { port: 0 } : {};
      await withMatcher(
        async (matcher) => {
          await show(matcher, events);
          if (once) return;
          process.stdout.write(
            `\nService ouvert : ${matcher.url} (pages : ${matcher.url}/docs). Ctrl+C pour arrêter.\n`,
          );
          await stop;
        },
        { ...changes, batchSize: Math.min(BATCH, settings().batchSize) },
      );
    });
}

/** Small batches, so that the bar moves. */
const BATCH = 8;

async function readEvents<K extends Kind>(kind: K): Promise<EventOf[K][]> {
  const events: EventOf[K][] = [];
  for await (const { value } of readJsonLines(join(DEMO_DIRECTORY, `${kind}s.jsonl`)))
    events.push(parseEvent(kind, value));
  return events;
}

async function show(matcher: Matcher, events: Events): Promise<void> {
  const style = styleOf();
  const all = [...events.offer, ...events.profile];
  const byId = new Map(all.map((event) => [event.id, event]));
  const bar = progressBar('Lecture', all.length);
  const start = performance.now();
  const lists = await streamEvents(matcher, events, (done) => bar.update(done)).finally(() => bar.stop());
  const seconds = decimal((performance.now() - start) / 1000, 1);
  process.stdout.write(
    `${events.offer.length} offres et ${events.profile.length} profils lus, appariés et expliqués en ${seconds} s.\n`,
  );
  for (const { kind, id } of SHOWN)
    process.stdout.write(`\n${matchList(listOf(lists, kind, id), ENTRIES, byId, style)}\n`);
  process.stdout.write(`\n${await explainFirst(matcher, lists, byId)}\n`);
}

async function explainFirst(matcher: Matcher, lists: Lists, byId: ReadonlyMap<string, DocumentEvent>): Promise<string> {
  const offer = byId.get(EXPLAINED);
  const profile = byId.get(listOf(lists, 'offer', EXPLAINED).entries[0]?.id ?? '');
  if (offer === undefined || profile === undefined) throw new FailedError(`no profile was found for ${EXPLAINED}`);
  const explained = await matcher.matches.explain(offer.id, profile.id);
  if (!explained.items.some(({ kind }) => kind === 'shared')) throw new FailedError('the best match shares no skill');
  return explanation(explained, { offer, profile }, styleOf());
}

function listOf(lists: Lists, kind: Kind, id: string) {
  const list = lists.get(listKey(kind, id));
  if (list === undefined) throw new FailedError(`no list was published for ${id}`);
  return list;
}
