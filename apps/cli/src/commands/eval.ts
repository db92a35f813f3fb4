import type { Command } from 'commander';
import { loadReferentiel } from '@passerelle/rome';
import { evaluate, type Way, type WayFigures } from '../evaluation/evaluate';
import { goldSets, readGoldSet } from '../evaluation/gold';
import { settings } from '../locations';
import { openPool } from '../open-pool';
import { progressBar } from '../terminal/progress';
import { share, table } from '../terminal/table';
import { UsageError } from '../usage-error';

const WAYS: readonly { way: Way; label: string }[] = [
  { way: 'wordsOnly', label: 'mots seuls (TF-IDF)' },
  { way: 'withoutPrior', label: 'sans le contexte du document' },
  { way: 'passerelle', label: 'Passerelle' },
];

export function registerEval(program: Command): void {
  program
    .command('eval')
    .description('measure linking, normalization and ranking on gold sets, next to two simpler ways')
    .requiredOption('--gold <dir>', 'folder with offers-NAME.jsonl, profiles-NAME.jsonl, qrels-NAME.tsv')
    .option('--set <name>', 'one set of the folder', 'dev')
    .option('--only', 'ours alone, without the simpler ways')
    .option('--json', 'figures as JSON')
    .action(async (options: { gold: string; set: string; only?: boolean; json?: boolean }) => {
      const known = goldSets(options.gold);
      if (!known.includes(options.set))
        throw new UsageError(`--set ${options.set}: the folder has ${known.join(', ')}`);
      const gold = readGoldSet(options.gold, options.set);
      const rome = await loadReferentiel(settings().romeDir);
      const figures: WayFigures[] = [];
      for (const { way, label } of options.only ? WAYS.slice(-1) : WAYS) {
        const pool = await openPool(way === 'passerelle' ? {} : { baseline: way });
        const bar = progressBar(label, gold.documents.length);
        figures.push(
          await evaluate(gold, way, { rome, pool, weights: settings().weightsFile, step: () => bar.step() }),
        );
        bar.stop();
        await pool.close();
      }
      process.stdout.write(options.json ? `${JSON.stringify(figures, null, 2)}\n` : `${tables(figures)}\n`);
    });
}

function tables(figures: readonly WayFigures[]): string {
  const label = (way: Way) => WAYS.find((known) => known.way === way)?.label ?? way;
  const rows = figures.flatMap((figure) =>
    (['offers', 'profiles'] as const).map((kind) => ({ name: label(figure.way), kind, ...figure[kind] })),
  );
  const kinds = { offers: 'offres', profiles: 'profils' };
  const sections = [
    [
      'Lier un passage donné à un concept',
      table(
        ['', 'documents', 'MRR', 'acc1', 'r5', 'macro5'],
        rows.map(({ name, kind, link }) => [
          name,
          kinds[kind],
          share(link.mrr),
          share(link.acc1),
          share(link.r5),
          share(link.macro5),
        ]),
      ),
    ],
    [
      'Lire un texte entier',
      table(
        [
          '',
          'documents',
          'macro P',
          'macro R',
          'macro f1',
          'contexte f1',
          'mentions',
          'exact',
          'odd',
          'noise',
          'métier 1',
          'métier 5',
        ],
        rows.map(({ name, kind, normalize: n }) => [
          name,
          kinds[kind],
          share(n.macros.precision),
          share(n.macros.recall),
          share(n.macros.f1),
          share(n.contexts.f1),
          n.mentions.toFixed(1),
          share(n.exact),
          share(n.odd),
          share(n.noise),
          share(n.metier1),
          share(n.metier5),
        ]),
      ),
    ],
    [
      'Classer les offres pour un profil',
      table(
        ['', 'nDCG@10', 'p1', 'r10'],
        figures.flatMap(({ way, ranking }) =>
          ranking ? [[label(way), share(ranking.ndcg10), share(ranking.p1), share(ranking.r10)]] : [],
        ),
      ),
    ],
  ];
  return sections.map(([title, body]) => `${title ?? ''}\n${body ?? ''}`).join('\n\n');
}
