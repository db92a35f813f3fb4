import { readFile } from 'node:fs/promises';
import type { DocumentKind } from '@passerelle/contracts';
import { MatchEngine, parseWeights } from '@passerelle/matching';
import { type BuildProgress, NormalizerPool } from '@passerelle/normalization';
import { loadReferentiel, type Referentiel } from '@passerelle/rome';
import { Health, type Logger, Metrics } from '@passerelle/telemetry';
import { type Adapters, openAdapters } from './adapters';
import { Documents } from './documents/documents';
import { currentProvenance } from './documents/provenance';
import { TextReader, type TextSource } from './documents/text-reader';
import { Matches } from './http/matches';
import { Submissions } from './http/submissions';
import { Board } from './road/board';
import { DeadLetters } from './road/dead-letters';
import { Effects } from './road/effects';
import { ListPublisher } from './road/list-publisher';
import { Road } from './road/road';
import { Understanding } from './road/understand';
import { WaitingRequests } from './road/waiting-requests';
import type { Settings } from './settings/settings';

/** Consumer group of the road. */
export const GROUP = 'matcher';

const HEALTH_TIMEOUT_MS = 5_000;

/** Everything that the service is made of, open and joined together, before Nest. */
export interface House extends Adapters {
  readonly settings: Settings;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly health: Health;
  readonly referentiel: Referentiel;
  readonly reader: TextReader;
  readonly documents: Documents;
  readonly road: Road;
  readonly submissions: Submissions;
  readonly matches: Matches;
  /** Waits for what is in hand; nothing may be submitted any more. */
  close(): Promise<void>;
}

export interface HouseOptions {
  readonly logger: Logger;
  /** Told of the first start, which builds indices. */
  readonly progress?: BuildProgress;
  /** Reads the texts in place of threads of the service's own; closed with the service. */
  readonly normalizer?: TextSource;
}

/**
 * Opens everything, loads what is stored, and publishes the lists that are not as they were last published: those that a
 * killed process had stored and not said, or that other weights make. The road is open when it resolves.
 */
export async function openHouse(settings: Settings, { logger, progress, normalizer }: HouseOptions): Promise<House> {
  const weights = parseWeights(JSON.parse(await readFile(settings.weightsFile, 'utf8')));
  // The threads that read take longest to be ready: they start first and the rest is done meanwhile.
  const opening = normalizer ? Promise.resolve(normalizer) : openPool(settings, progress);
  // A failure is met where it is awaited, not while something else still loads.
  opening.catch(() => undefined);
  let reader: TextReader | undefined;
  const closers: (() => Promise<void>)[] = [
    async () => {
      if (reader) await reader.close();
      else await opening.then((source) => source.close()).catch(() => undefined);
    },
  ];
  const close = async (): Promise<void> => {
    for (const closer of closers.splice(0)) await closer();
  };
  try {
    const referentiel = await loadReferentiel(settings.romeDir);
    const provenance = await currentProvenance(settings, referentiel, weights);
    const metrics = new Metrics();
    const { stream, store } = await openAdapters(settings);
    closers.push(
      () => store.close(),
      () => stream.close(),
    );
    const engine = new MatchEngine(referentiel, weights);
    reader = new TextReader(await opening, logger, metrics);
    const texts = reader;
    const documents = new Documents(store, texts, provenance);
    const board = await Board.load(engine, settings.listSize, documents.versioned());
    const lists = new ListPublisher(board, stream, store, provenance, metrics);
    lists.mark(board.keys());
    await lists.flush();
    const waiting = new WaitingRequests();
    const effects = new Effects(store, new DeadLetters(stream), documents, board, lists);
    const road = new Road(new Understanding(store, texts, engine, provenance), effects, waiting, logger, metrics);
    const health = new Health(HEALTH_TIMEOUT_MS);
    health.addReadiness('stream', () => stream.ping());
    health.addReadiness('store', () => store.ping());
    health.addReadiness('normalizer', () => texts.check());
    measure(metrics, { stream, store }, board);
    const submissions = new Submissions(stream, store, documents, waiting, settings.answerWithinMs);
    const matches = new Matches(board, documents);
    return {
      settings,
      logger,
      metrics,
      health,
      referentiel,
      stream,
      store,
      reader: texts,
      documents,
      road,
      submissions,
      matches,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

function openPool(settings: Settings, progress: BuildProgress | undefined): Promise<NormalizerPool> {
  return NormalizerPool.open({
    locations: {
      rome: settings.romeDir,
      model: settings.modelDir,
      wordings: settings.wordingsDir,
      index: settings.indexDir,
      fitted: settings.normalizationDir,
      cache: settings.cacheDir,
    },
    threads: settings.threads,
    ...(progress ? { progress } : {}),
  });
}

function measure(metrics: Metrics, { stream }: Adapters, board: Board): void {
  metrics.gauge('documents', 'Documents in the index', ['kind'], () =>
    (['offer', 'profile'] satisfies DocumentKind[]).map((kind) => ({
      labels: { kind },
      value: board.index.size(kind),
    })),
  );
  metrics.gauge('lag', 'Records in the log that are not processed yet', ['topic', 'partition'], async () =>
    (await stream.lag(GROUP)).map(({ topic, partition, committed, end }) => ({
      labels: { topic, partition: String(partition) },
      value: end - committed,
    })),
  );
}
