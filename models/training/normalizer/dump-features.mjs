/**
 * Writes what the normalizer computes for the documents of a gold file, for fitting.
 *
 * usage: node dump-features.mjs metiers|mentions|units --model DIR --gold FILE [--gold FILE] --out DIR [--trees DIR]
 *
 * metiers:  one row of clues for each fiche of each document
 * mentions: one row of CANDIDATE_FEATURES for each candidate of each clause and of each annotated span
 * units:    one row of UNIT_FEATURES for each macro-compétence and contexte of each document; --trees holds
 *           fold-K.json, the mention trees fitted without the documents of fold K, so that no row has seen its document
 *
 * Rows are float64, row-major, in rows.bin; index.jsonl says what each row is.
 */
import { createWriteStream, readFileSync, mkdirSync, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const require = createRequire(import.meta.url);
const lib = (file) => require(`../../../libs/normalization/dist/${file}`);
const { openKnowledge } = lib('knowledge.js');
const { Normalizer } = lib('normalizer.js');
const { READER_PARAMETERS } = lib('parameters.js');
const { CANDIDATE_FEATURES } = lib('candidate-features.js');
const { UNIT_FEATURES } = lib('unit-features.js');

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { gold: { type: 'string', multiple: true }, out: { type: 'string' }, model: { type: 'string' }, trees: { type: 'string' } },
});
const [stage] = positionals;
const root = join(import.meta.dirname, '../../..');
const knowledge = await openKnowledge({
  rome: join(root, 'models/rome/v460'),
  model: values.model,
  wordings: join(root, 'models/wordings'),
  index: join(root, 'models/index'),
  cache: join(root, '.cache'),
});
const thresholds = { mention: 0, macroCompetence: 0, contexte: 0, evidence: 0 };
const normalizer = (mentionTrees) =>
  new Normalizer(knowledge, { reader: READER_PARAMETERS, thresholds, mentionTrees, unitTrees: null });

mkdirSync(values.out, { recursive: true });
const rows = createWriteStream(join(values.out, 'rows.bin'));
const index = createWriteStream(join(values.out, 'index.jsonl'));
const METIER_CLUES = Object.keys(READER_PARAMETERS.metier);
const features = { metiers: METIER_CLUES, mentions: CANDIDATE_FEATURES, units: UNIT_FEATURES }[stage];
index.write(`${JSON.stringify({ features })}\n`);
const code = (concept) => knowledge.rome.concepts[concept].code;

const documents = values.gold.flatMap((file) =>
  readFileSync(file, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line)),
);
const plain = normalizer(null);
/** Fold of a document: the same in fit.py. */
const foldOf = new Map(documents.map(({ id }, position) => [id, position % 5]));
const byFold = new Map();
const forDocument = (id) => {
  if (stage !== 'units') return plain;
  const fold = existsSync(join(values.trees, 'fold-0.json')) ? `fold-${foldOf.get(id)}.json` : 'all.json';
  if (!byFold.has(fold)) byFold.set(fold, normalizer(JSON.parse(readFileSync(join(values.trees, fold), 'utf8'))));
  return byFold.get(fold);
};

for (const { id, kind, title, text, mentions } of documents) {
  const reader = forDocument(id);
  const source = { kind, title: title ?? '', text };
  if (stage === 'metiers') {
    const { metierClues } = await reader.read(source);
    index.write(`${JSON.stringify({ id, kind, codes: knowledge.rome.fiches.map((fiche) => fiche.code) })}\n`);
    for (const clues of metierClues) rows.write(Buffer.from(Float64Array.from(METIER_CLUES, (name) => clues[name]).buffer));
  } else if (stage === 'mentions') {
    const spans = [...new Set(mentions.map(({ span }) => span))];
    const reading = await reader.read(source, spans);
    for (const { clause, candidates, features } of reading.clauses) {
      if (!clause) continue;
      const { field, start, end } = clause;
      index.write(`${JSON.stringify({ id, kind, field, start, end, codes: candidates.map((c) => code(c.concept)) })}\n`);
      for (const row of features) rows.write(Buffer.from(row.buffer));
    }
    reading.spans.forEach(({ candidates, features }, at) => {
      index.write(`${JSON.stringify({ id, kind, span: spans[at], codes: candidates.map((c) => code(c.concept)) })}\n`);
      for (const row of features) rows.write(Buffer.from(row.buffer));
    });
  } else {
    const reading = await reader.read(source);
    const units = reader.weigh(reading, kind);
    index.write(`${JSON.stringify({ id, kind, units: units.map(({ unit }) => ({ code: code(unit.id), kind: unit.kind })) })}\n`);
    for (const { features } of units) rows.write(Buffer.from(features.buffer));
  }
}
rows.end();
index.end();
