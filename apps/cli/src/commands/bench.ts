import { cpus } from 'node:os';
import { join } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import type { SourceDocument } from '@passerelle/normalization';
import { loadReferentiel } from '@passerelle/rome';
import { coldStart } from '../bench/cold-start';
import { topKLatency } from '../bench/matching-bench';
import { indexRecall, normalizationSpeed } from '../bench/normalization-bench';
import { readJsonLines } from '../json-lines';
import { DEMO_DIRECTORY, settings } from '../locations';
import { progressBar } from '../terminal/progress';
import { table } from '../terminal/table';

const COLD_STARTS = 5;

export function registerBench(program: Command): void {
  program
    .command('bench')
    .description('measure speed, recall of the index, memory and cold start on this machine')
    .option(
      '--offers <file>',
      'offers to read, JSON Lines with title|intitule and text|description',
      join(DEMO_DIRECTORY, 'offers.jsonl'),
    )
    .option('--limit <n>', 'offers read at most', positive, 500)
    .option('--port <n>', 'loopback port for the cold start', positive, 3399)
    .option('--json', 'figures as JSON')
    .action(async (options: { offers: string; limit: number; port: number; json?: boolean }) => {
      const sources = await offers(options.offers, options.limit);
      const bar = progressBar('Reading', sources.length);
      const speed = await normalizationSpeed(sources, () => bar.step());
      bar.stop();
      const recall = await indexRecall(
        sources
          .flatMap(({ text }) => text.split(/[\n.;]+/u))
          .map((part) => part.trim())
          .filter((part) => part.length > 8)
          .slice(0, 1000),
      );
      const rome = await loadReferentiel(settings().romeDir);
      const topK = [await topKLatency(rome, 10_000), await topKLatency(rome, 100_000)];
      const starts: number[] = [];
      for (let start = 0; start < COLD_STARTS; start++) starts.push(await coldStart(options.port));
      const cpu = cpus();
      const machine = `${cpu.length} × ${cpu[0]?.model ?? 'unknown'}, Node ${process.version}`;
      if (options.json) {
        process.stdout.write(`${JSON.stringify({ machine, speed, recall, topK, coldStartsMs: starts }, null, 2)}\n`);
        return;
      }
      process.stdout.write(
        [
          `Machine: ${machine}`,
          'Whole normalization, one thread',
          table(
            ['offers', 'per second', 'median ms', 'p99 ms', 'open ms', 'memory MB'],
            [
              [
                speed.texts,
                speed.perSecond.toFixed(1),
                speed.medianMs.toFixed(1),
                speed.p99Ms.toFixed(1),
                speed.openMs.toFixed(0),
                speed.memoryMb.toFixed(0),
              ],
            ],
          ),
          'Nearest surfaces: HNSW beside exact search',
          table(
            ['surfaces', 'queries', 'ef', 'recall@20', 'HNSW ms', 'exact ms'],
            [
              [
                recall.surfaces,
                recall.queries,
                recall.breadth,
                recall.recall20.toFixed(4),
                recall.graphMs.toFixed(3),
                recall.exactMs.toFixed(3),
              ],
            ],
          ),
          'Exact top-20: index beside scoring every pair (lists compared in the run)',
          table(
            ['profiles', 'put/s', 'index median ms', 'index p99 ms', 'every pair median ms', 'memory MB'],
            topK.map((figures) => [
              figures.profiles,
              figures.buildPerSecond.toFixed(0),
              figures.indexMedianMs.toFixed(2),
              figures.indexP99Ms.toFixed(2),
              figures.exhaustiveMedianMs.toFixed(1),
              figures.heapMb.toFixed(0),
            ]),
          ),
          'Cold start of the service to ready, indices built',
          table(
            ['starts', 'median ms'],
            [[starts.length, [...starts].sort((a, b) => a - b)[Math.floor(starts.length / 2)]?.toFixed(0) ?? '']],
          ),
          '',
        ].join('\n'),
      );
    });
}

async function offers(file: string, limit: number): Promise<SourceDocument[]> {
  const sources: SourceDocument[] = [];
  for await (const { value } of readJsonLines(file)) {
    const text = value.text ?? value.description;
    const title = value.title ?? value.intitule;
    if (typeof text === 'string') sources.push({ kind: 'offer', title: typeof title === 'string' ? title : '', text });
    if (sources.length >= limit) break;
  }
  return sources;
}

function positive(text: string): number {
  if (/^[1-9]\d{0,6}$/u.test(text)) return Number(text);
  throw new InvalidArgumentError('Expected a whole number from 1.');
}
