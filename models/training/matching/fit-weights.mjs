/**
 * Fits config/matching-weights.json on the training part of the gold set: coordinate search over a few values of each
 * parameter, from the weights in place. A value is taken only if it gains at least MARGIN, so that what the 32 profiles
 * cannot tell stays as it is. Deterministic.
 *
 * usage: node fit-weights.mjs [--gold DIR] [--set train] [--model DIR] [--write]     after `npm run build`
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const require = createRequire(import.meta.url);
const { openNormalizer } = require('@passerelle/normalization');
const { loadReferentiel } = require('@passerelle/rome');
const { MatchEngine, parseWeights } = require('@passerelle/matching');
const { toMatchDocument } = require('@passerelle/matcher');

const MARGIN = 0.01;
const root = join(import.meta.dirname, '../../..');
const weightsFile = join(root, 'config/matching-weights.json');
const { values } = parseArgs({
  options: {
    gold: { type: 'string', default: join(root, '../shared/gold') },
    // The twin of models/training/normalizer/fit.sh, which has not seen the gold, tells more honestly what ranks well.
    model: { type: 'string', default: join(root, 'models/embedding/static-fr-v1') },
    set: { type: 'string', default: 'train' },
    write: { type: 'boolean', default: false },
  },
});

const rome = await loadReferentiel(join(root, 'models/rome/v460'));
const normalizer = await openNormalizer({
  rome: join(root, 'models/rome/v460'),
  model: values.model,
  wordings: join(root, 'models/wordings'),
  index: join(root, 'models/index'),
  fitted: join(root, 'models/normalization'),
  cache: join(root, '.cache'),
});
const lines = (name) => readFileSync(join(values.gold, name), 'utf8').split('\n').filter(Boolean);
const documents = [];
for (const kind of ['offers', 'profiles']) {
  for (const line of lines(`${kind}-${values.set}.jsonl`)) {
    const { id, kind, title, text } = JSON.parse(line);
    documents.push(toMatchDocument({ kind, id, normalized: await normalizer.normalize({ kind, title: title ?? '', text }) }));
  }
}
const grades = new Map();
for (const line of lines(`qrels-${values.set}.tsv`)) {
  const [profile, offer, grade] = line.split(/\s+/u);
  if (!grades.has(profile)) grades.set(profile, new Map());
  grades.get(profile).set(offer, Number(grade));
}

/** Mean nDCG@10 over the profiles, gain 2^grade - 1. */
function ndcg(weights) {
  const engine = new MatchEngine(rome, parseWeights(weights));
  const prepared = documents.map((document) => engine.prepare(document));
  const offers = prepared.filter(({ document }) => document.kind === 'offer');
  let sum = 0;
  let profiles = 0;
  for (const profile of prepared) {
    const known = grades.get(profile.document.id);
    if (profile.document.kind !== 'profile' || !known) continue;
    const ranked = offers
      .map((offer) => ({ id: offer.document.id, score: engine.score(offer, profile) ?? 0 }))
      .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
      .slice(0, 10);
    const gain = (list) => list.reduce((total, grade, rank) => total + (2 ** grade - 1) / Math.log2(rank + 2), 0);
    sum += gain(ranked.map(({ id }) => known.get(id) ?? 0)) / gain([...known.values()].sort((a, b) => b - a).slice(0, 10));
    profiles++;
  }
  return sum / profiles;
}

/** Values tried for each parameter, by path. The blocks are ratios: they are scaled to sum to 1. */
const GRID = {
  'blocks.macro': [0.2, 0.3, 0.4, 0.5, 0.6],
  'blocks.metier': [0.2, 0.3, 0.4, 0.5, 0.6],
  'blocks.savoir': [0.05, 0.1, 0.15, 0.2],
  'blocks.contexte': [0.02, 0.05, 0.08, 0.12],
  'macro.probable': [0.2, 0.35, 0.5, 0.7],
  'macro.savoirEtre': [0.1, 0.25, 0.4, 0.6],
  'macro.souhaite': [0.5, 0.7, 0.85],
  'macro.unsaid': [0.6, 0.8, 1],
  'macro.centrality': [0, 0.25, 0.5, 1],
  'macro.adjacency': [0, 0.05, 0.1, 0.15],
  'metier.kept': [3, 5],
  'metier.rankDecay': [0.4, 0.6, 0.8],
  'metier.rankShare': [0, 0.5, 1],
};

function changed(weights, path, value) {
  const copy = structuredClone(weights);
  const [group, name] = path.split('.');
  copy[group][name] = value;
  const total = Object.values(copy.blocks).reduce((sum, block) => sum + block, 0);
  for (const block of Object.keys(copy.blocks)) copy.blocks[block] = Math.round((copy.blocks[block] / total) * 1e4) / 1e4;
  copy.blocks.macro = Math.round((1 - copy.blocks.metier - copy.blocks.savoir - copy.blocks.contexte) * 1e4) / 1e4;
  return copy;
}

let weights = JSON.parse(readFileSync(weightsFile, 'utf8'));
let best = ndcg(weights);
console.log(`${values.set}: nDCG@10 ${best.toFixed(4)} with the weights in place`);
for (let round = 0; values.set === 'train' && round < 2; round++) {
  for (const [path, candidates] of Object.entries(GRID)) {
    for (const value of candidates) {
      const trial = changed(weights, path, value);
      const figure = ndcg(trial);
      if (figure > best + MARGIN) {
        console.log(`${path} = ${value}: ${best.toFixed(4)} -> ${figure.toFixed(4)}`);
        [best, weights] = [figure, trial];
      }
    }
  }
}
if (values.write) writeFileSync(weightsFile, `${JSON.stringify(weights, null, 2)}\n`);
else console.log(JSON.stringify(weights, null, 2));
