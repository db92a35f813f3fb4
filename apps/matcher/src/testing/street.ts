import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MatchEngine, parseWeights } from '@passerelle/matching';
import type { NormalizedDocument, SourceDocument } from '@passerelle/normalization';
import { loadReferentiel, type Referentiel } from '@passerelle/rome';
import type { Provenance, Store } from '@passerelle/store';
import type { EventStream, OutgoingRecord, StreamRecord } from '@passerelle/stream';
import { createLogger, Metrics } from '@passerelle/telemetry';
import { type Adapters, openAdapters } from '../adapters';
import { Documents } from '../documents/documents';
import { TextReader } from '../documents/text-reader';
import { HOME } from '../home';
import { Board } from '../road/board';
import { DeadLetters } from '../road/dead-letters';
import { Effects } from '../road/effects';
import { ListPublisher } from '../road/list-publisher';
import { Road } from '../road/road';
import { Understanding } from '../road/understand';
import { WaitingRequests } from '../road/waiting-requests';
import { readSettings } from '../settings/settings';

const PROVENANCE: Provenance = { romeVersion: '4.60', modelVersion: 'words', weightsVersion: '1' };

let shared: Promise<{ readonly referentiel: Referentiel; readonly engine: MatchEngine }> | undefined;

/** The référentiel and the engine of the project, loaded once for a test file. */
function rooms(): NonNullable<typeof shared> {
  shared ??= (async () => {
    const referentiel = await loadReferentiel(join(HOME, 'models/rome/v460'));
    const weights = parseWeights(JSON.parse(await readFile(join(HOME, 'config/matching-weights.json'), 'utf8')));
    return { referentiel, engine: new MatchEngine(referentiel, weights) };
  })();
  return shared;
}

/** Reads OGR codes written in the text as macro-compétences, and throws as often as `failures` says. */
export class CodeReader {
  readonly waiting = 0;
  failures = 0;

  normalize({ text }: SourceDocument): Promise<NormalizedDocument> {
    if (this.failures > 0) {
      this.failures--;
      return Promise.reject(new RangeError(`cannot read ${text}`));
    }
    const macroCompetences = [...text.matchAll(/\d{6}/g)].map(({ 0: code, index }) => ({
      ...{ code, label: code, confidence: 0.9, requirement: null },
      evidence: [{ field: 'text' as const, start: index, end: index + code.length }],
    }));
    return Promise.resolve({
      ...{ mentions: [], macroCompetences, savoirs: [], contextes: [], metiers: [] },
      constraints: { drivingLicences: [], languages: [], diplomas: [], certificates: [] },
      unscorable: macroCompetences.length > 0 ? null : 'Pas de code.',
    });
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

/** The road over the real embedded adapters, which a test can replace in part to make them fail. */
export interface Street extends Adapters {
  readonly directory: string;
  readonly reader: CodeReader;
  readonly road: Road;
  /** Appends records and gives them as the log would deliver them. */
  readonly append: (topic: string, records: readonly OutgoingRecord[]) => Promise<readonly StreamRecord[]>;
  /** What was last said of each document on the `matches` topic: ids in order; null for a tombstone. */
  readonly said: () => Promise<Readonly<Record<string, readonly string[] | null>>>;
  readonly letters: () => Promise<readonly Record<string, unknown>[]>;
  /** Closes; keeps the files, so that another one can be opened over them. */
  readonly close: () => Promise<void>;
  readonly remove: () => Promise<void>;
}

interface Replacements {
  stream?(real: EventStream): EventStream;
  store?(real: Store): Store;
}

export async function openStreet(replacements: Replacements = {}, over?: string): Promise<Street> {
  const directory = over ?? (await mkdtemp(join(tmpdir(), 'street-')));
  const settings = { ...readSettings({}), dataDir: directory, partitions: 1 };
  const { engine } = await rooms();
  const real = await openAdapters(settings);
  const stream = replacements.stream?.(real.stream) ?? real.stream;
  const store = replacements.store?.(real.store) ?? real.store;
  const metrics = new Metrics();
  const logger = createLogger({ level: 'silent', service: 'test' });
  const reader = new CodeReader();
  const texts = new TextReader(reader, logger, metrics);
  const documents = new Documents(store, texts, PROVENANCE);
  const board = await Board.load(engine, settings.listSize, documents.versioned());
  const lists = new ListPublisher(board, stream, store, PROVENANCE, metrics);
  lists.mark(board.keys());
  await lists.flush();
  const effects = new Effects(store, new DeadLetters(stream), documents, board, lists);
  const understanding = new Understanding(store, texts, engine, PROVENANCE);
  const road = new Road(understanding, effects, new WaitingRequests(), logger, metrics);
  const close = async (): Promise<void> => {
    await real.stream.close();
    await real.store.close();
  };
  const read = (topic: string): Promise<readonly StreamRecord[]> => real.stream.read(topic, 0, 0, 10_000);
  return {
    ...{ directory, stream, store, reader, road, close },
    append: async (topic, records) => {
      const [first] = await real.stream.publish(topic, records);
      return real.stream.read(topic, 0, first!.offset, records.length);
    },
    said: async () =>
      Object.fromEntries(
        (await read('matches')).map(({ key, value }) => {
          const event = JSON.parse(value ?? 'null') as { entries: { id: string }[] } | null;
          return [key, event && event.entries.map(({ id }) => id)];
        }),
      ),
    letters: async () =>
      (await read('dead-letters')).flatMap(({ value }) =>
        value === null ? [] : [JSON.parse(value) as Record<string, unknown>],
      ),
    remove: async () => {
      await close();
      await rm(directory, { recursive: true });
    },
  };
}

/** A record of an event whose text is these codes. */
export function recordOf(id: string, version: number, text: string): OutgoingRecord {
  return { key: id, value: JSON.stringify({ id, version, occurredAt: '2026-03-01T08:30:00Z', title: '', text }) };
}
