import { existsSync, readFileSync } from 'node:fs';
import { text as readAll } from 'node:stream/consumers';
import { type Command, Option } from 'commander';
import { parseNormalizeRequest } from '@passerelle/contracts';
import type { NormalizedDocument } from '@passerelle/normalization';
import { loadReferentiel } from '@passerelle/rome';
import { settings } from '../locations';
import { openPool } from '../open-pool';
import type { Kind } from '../service/client';
import { styleOf } from '../terminal/style';
import { UsageError } from '../usage-error';
import { reading } from '../views/reading';
import { normalizeFile } from './measure';

interface Options {
  readonly file?: string;
  readonly kind: Kind;
  readonly title: string;
  readonly in?: string;
  readonly out?: string;
  readonly json?: boolean;
}

export function registerNormalize(program: Command): void {
  program
    .command('normalize')
    .argument('[text]', 'the text; standard input where neither it nor a file is given')
    .description('read the ROME concepts of a text, or of a file of documents')
    .option('--file <file>', 'read the text of a file')
    .addOption(new Option('--kind <kind>', 'how to read it').choices(['offer', 'profile']).default('offer'))
    .option('--title <title>', 'its title', '')
    .option('--in <file>', 'documents instead: JSON Lines of {id, kind, title, text}')
    .option('--out <file>', 'where to write what is read in them, JSON Lines')
    .option('--json', 'what is read as JSON')
    .action(async (text: string | undefined, options: Options) => {
      if (options.in !== undefined || options.out !== undefined) {
        if (options.in === undefined || options.out === undefined) throw new UsageError('--in and --out go together');
        if (text !== undefined || options.file !== undefined) throw new UsageError('--in: give no other text');
        await normalizeFile(options.in, options.out);
        return;
      }
      const source = parseNormalizeRequest({
        kind: options.kind,
        title: options.title,
        text: await textOf(text, options.file),
      });
      const document = { title: options.title, text: source.text };
      const normalized = await normalizeOne({ kind: options.kind, ...document });
      const rome = await loadReferentiel(settings().romeDir);
      process.stdout.write(
        options.json
          ? `${JSON.stringify(normalized, null, 2)}\n`
          : `${reading(document, normalized, rome, styleOf())}\n`,
      );
    });
}

async function textOf(text: string | undefined, file: string | undefined): Promise<string> {
  if (text !== undefined && file !== undefined) throw new UsageError('give a text or --file, not both');
  if (text !== undefined) return text;
  if (file === undefined) {
    if (process.stdin.isTTY) throw new UsageError('give a text, --file, or pipe one in');
    return readAll(process.stdin);
  }
  if (!existsSync(file)) throw new UsageError(`--file ${file}: no such file`);
  return readFileSync(file, 'utf8');
}

async function normalizeOne(source: { kind: Kind; title: string; text: string }): Promise<NormalizedDocument> {
  const pool = await openPool({ threads: 1 });
  try {
    return await pool.normalize(source);
  } finally {
    await pool.close();
  }
}
