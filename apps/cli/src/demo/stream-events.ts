import { setTimeout as pause } from 'node:timers/promises';
import { type EventOf, type MatchesEvent, TOPICS } from '@passerelle/contracts';
import type { Matcher } from '@passerelle/matcher';
import { FailedError } from '../failed-error';
import type { Kind } from '../service/client';

const LOOK_AGAIN_MS = 25;
const STALLED_AFTER_MS = 60_000;
/** Consumer group of the service, and ours. */
const GROUPS = ['matcher', 'demo'] as const;

export type Events = { readonly [K in Kind]: readonly EventOf[K][] };

/** The newest list of each document, by kind and id. */
export type Lists = ReadonlyMap<string, MatchesEvent>;

export const listKey = (kind: Kind, id: string): string => `${kind}:${id}`;

/**
 * Sends events through the event log and collects the lists that the service publishes, as a platform would.
 * @throws FailedError when the service stands still, or refuses one
 */
export async function streamEvents(matcher: Matcher, events: Events, step: (done: number) => void): Promise<Lists> {
  const { stream, submissions } = matcher;
  const lists = new Map<string, MatchesEvent>();
  await stream.subscribe({ group: GROUPS[1], topics: [TOPICS.matches] }, (records) => {
    for (const { value } of records) {
      if (value === null) continue;
      const list = JSON.parse(value) as MatchesEvent;
      lists.set(listKey(list.kind, list.id), list);
    }
    return Promise.resolve();
  });
  await submissions.append('offer', events.offer);
  await submissions.append('profile', events.profile);
  await whenRead(matcher, step);
  for (const kind of ['offer', 'profile'] as const) {
    for (const { id } of events[kind]) {
      if (!lists.has(listKey(kind, id))) throw new FailedError(`${id} was refused by the service: no list came for it`);
    }
  }
  return lists;
}

/** Waits until both groups have read all that the log holds. */
async function whenRead({ stream }: Matcher, step: (done: number) => void): Promise<void> {
  let last = -1;
  for (let since = Date.now(); Date.now() - since < STALLED_AFTER_MS;) {
    const [service, ours] = await Promise.all(GROUPS.map((group) => stream.lag(group)));
    const done = (service ?? []).reduce((sum, { committed }) => sum + committed, 0);
    const left = [...(service ?? []), ...(ours ?? [])].reduce((sum, { committed, end }) => sum + end - committed, 0);
    step(done);
    if (left === 0) return;
    if (done + left !== last) since = Date.now();
    last = done + left;
    await pause(LOOK_AGAIN_MS);
  }
  throw new FailedError(`the service has read nothing more for ${STALLED_AFTER_MS / 1000} s`);
}
