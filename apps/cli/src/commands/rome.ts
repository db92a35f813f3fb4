import type { Command } from 'commander';
import { compileReferentiel, loadReferentiel, writeCompiled } from '@passerelle/rome';
import { settings } from '../locations';
import { type Progress, progressBar } from '../terminal/progress';
import { type Style, styleOf } from '../terminal/style';
import { table } from '../terminal/table';
import { type RomeEntry, romeEntry } from '../views/rome-entry';

/** Names of a list that are shown; `--json` has all. */
const NAMED = 12;

export function registerRome(program: Command): void {
  const rome = program.command('rome').description('the référentiel: compile a version, look up a code');
  rome
    .command('compile')
    .argument('<dir>', 'folder of the official CSV files of one version')
    .requiredOption('--out <dir>', 'where to write the compiled référentiel')
    .option('--json', 'manifest as JSON')
    .description('check the official files and pack codes, labels and links into one file')
    .action(async (directory: string, options: { out: string; json?: boolean }) => {
      const compiled = await compile(directory);
      await writeCompiled(options.out, compiled);
      const { manifest } = compiled;
      process.stdout.write(
        options.json
          ? `${JSON.stringify(manifest, null, 2)}\n`
          : `ROME ${manifest.version} (${manifest.publishedOn}), ${(manifest.bytes / 1e6).toFixed(2)} MB in ${options.out}\n${table(['', 'count'], Object.entries(manifest.counts))}\n`,
      );
    });
  rome
    .command('show')
    .argument(
      '<code>',
      'fiche (M1805), OGR code of a concept or an appellation, or tree code of a macro-compétence (1A101)',
    )
    .option('--json', 'everything as JSON')
    .description('what stands under a code: path, children, fiches')
    .action(async (code: string, options: { json?: boolean }) => {
      const entry = romeEntry(await loadReferentiel(settings().romeDir), code);
      process.stdout.write(options.json ? `${JSON.stringify(entry, null, 2)}\n` : `${shown(entry, styleOf())}\n`);
    });
}

async function compile(directory: string) {
  let bar: Progress | undefined;
  try {
    return await compileReferentiel(directory, ({ done, total }) => {
      bar ??= progressBar('Compiling', total);
      bar.update(done);
    });
  } finally {
    bar?.stop();
  }
}

function shown({ code, label, type, facts, path, lists }: RomeEntry, style: Style): string {
  const steps = path.map((node, depth) => `${'  '.repeat(depth)}${depth > 0 ? '└ ' : ''}${node.code} ${node.label}`);
  const sections = Object.entries(lists)
    .filter(([, list]) => list.length > 0)
    .map(([name, list]) => {
      const more = list.length > NAMED ? [`  … et ${list.length - NAMED} autres (--json : tous)`] : [];
      const names = list.slice(0, NAMED).map((one) => `  ${one.code}  ${one.label}`);
      return [style('bold', `${name} (${list.length})`), ...names, ...more].join('\n');
    });
  return [
    `${style('bold', `${code} ${label}`)}  (${type})`,
    ...Object.entries(facts).map(([name, value]) => `${name} : ${value}`),
    ...steps,
    ...sections,
  ].join('\n');
}
