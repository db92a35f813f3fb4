import type { Command } from 'commander';
import { loadReferentiel } from '@passerelle/rome';
import { readSpanDocuments, readTextDocuments, type TextDocument } from '../evaluation/documents';
import { linkLines, normalizedLine, runLines } from '../evaluation/outputs';
import { rankAll, type ReadDocument } from '../evaluation/rank';
import { writeLines } from '../json-lines';
import { settings } from '../locations';
import { openPool } from '../open-pool';
import { progressBar } from '../terminal/progress';

/** Commands that read and write files in the formats of the gold set's `evaluate.py`. */
export function registerMeasure(program: Command): void {
  program
    .command('link')
    .description(
      'link given spans to concepts: lines {id, kind, title, text, mentions: [{span}]} in, {id, span, candidates} out',
    )
    .requiredOption('--in <file>', 'documents with spans, JSON Lines')
    .requiredOption('--out <file>', 'candidates, JSON Lines')
    .action(async (options: { in: string; out: string }) => {
      const documents = await readSpanDocuments(options.in);
      const lines = await readAll('Linking', documents, async (pool, { id, spans, ...source }) =>
        linkLines(id, spans, await pool.link(source, spans)),
      );
      await writeLines(options.out, lines.flat());
    });

  program
    .command('match')
    .description('rank offers for profiles: files of lines {id, kind, title, text} in, a TREC run out')
    .requiredOption('--offers <file>', 'offers, JSON Lines')
    .requiredOption('--profiles <file>', 'profiles, JSON Lines')
    .requiredOption('--out <file>', 'run: profileId Q0 offerId rank score tag, tab-separated')
    .action(async (options: { offers: string; profiles: string; out: string }) => {
      const documents = [...(await readTextDocuments(options.offers)), ...(await readTextDocuments(options.profiles))];
      const read = await readAll('Reading', documents, async (pool, { id, ...source }): Promise<ReadDocument> => ({
        id,
        kind: source.kind,
        normalized: await pool.normalize(source),
      }));
      const rankings = rankAll(await loadReferentiel(settings().romeDir), settings().weightsFile, read);
      await writeLines(
        options.out,
        [...rankings].flatMap(([profile, ranking]) =>
          runLines(
            profile,
            [...ranking].map(([id, score]) => ({ id, score })),
          ),
        ),
      );
    });
}

/** `passerelle normalize --in FILE --out FILE`. */
export async function normalizeFile(input: string, output: string): Promise<void> {
  const documents = await readTextDocuments(input);
  const lines = await readAll('Reading', documents, async (pool, { id, ...source }) =>
    normalizedLine(id, await pool.normalize(source)),
  );
  await writeLines(output, lines);
}

async function readAll<Document extends TextDocument, Result>(
  label: string,
  documents: readonly Document[],
  read: (pool: Awaited<ReturnType<typeof openPool>>, document: Document) => Promise<Result>,
): Promise<Result[]> {
  const pool = await openPool();
  const bar = progressBar(label, documents.length);
  try {
    return await Promise.all(
      documents.map(async (document) => {
        const result = await read(pool, document);
        bar.step();
        return result;
      }),
    );
  } finally {
    bar.stop();
    await pool.close();
  }
}
