/** The import table of the house, as rules: each room lists the only rooms of ours that it may import. */
const allowed = {
  rome: [],
  text: [],
  embedding: [],
  normalization: ['rome', 'text', 'embedding'],
  matching: ['rome'],
  contracts: [],
  stream: ['contracts'],
  store: ['contracts'],
  telemetry: [],
};

const roomRules = Object.entries(allowed).map(([room, others]) => ({
  name: `${room}-imports`,
  comment: `libs/${room} may import only: ${others.join(', ') || 'nothing of ours'}`,
  severity: 'error',
  from: { path: `^libs/${room}/src` },
  to: { path: `^(libs/(?!(${[room, ...others].join('|')})/)|apps/)` },
}));

const PURE = '^libs/(rome|text|embedding|normalization|matching)/src';

/** A package wherever it is resolved to, and by its bare name when it is not installed. */
const packages = (...names) => `(^|node_modules/)(${names.join('|')})(/|$)`;

/** Each named library sits in one place, behind one of our ports or in one of our programs. */
const homes = {
  'hnswlib-node': '^libs/embedding/src',
  '@xenova/transformers': '^libs/embedding/src',
  'onnxruntime-node': '^libs/embedding/src',
  piscina: '^libs/normalization/src',
  'classic-level': '^libs/(stream|store)/src/embedded/',
  kafkajs: '^libs/stream/src/kafka/',
  mongoose: '^libs/store/src/mongo/',
  'csv-parse': '^libs/rome/src/compile/',
  'prom-client': '^libs/telemetry/src',
  pino: '^libs/telemetry/src',
  'class-validator': '^libs/contracts/src',
  'class-transformer': '^libs/contracts/src',
  '@nestjs/(common|core|swagger)': '^(libs/contracts|apps/matcher)/src',
  '@nestjs/microservices': '^apps/matcher/src',
  '@nestjs/platform-express': '^apps/matcher/src',
  express: '^apps/matcher/src',
  helmet: '^apps/matcher/src',
  commander: '^apps/cli/src',
  'cli-progress': '^apps/cli/src',
  'cli-table3': '^apps/cli/src',
};

module.exports = {
  forbidden: [
    ...roomRules,
    {
      name: 'pure-rooms',
      comment: 'rome, text, embedding, normalization and matching know no framework, broker or database',
      severity: 'error',
      from: { path: PURE },
      to: { path: packages('@nestjs', 'kafkajs', 'mongoose', 'classic-level', 'express', 'rxjs') },
    },
    ...Object.entries(homes).map(([library, home]) => ({
      name: `one-home-${library}`,
      comment: `${library} is imported from ${home} only`,
      severity: 'error',
      from: { path: '^(libs|apps)/', pathNot: home },
      to: { path: packages(library) },
    })),
    {
      name: 'through-the-index',
      comment: 'a room is entered by its name, never by a path into its folder',
      severity: 'error',
      from: { path: '^(libs|apps)/([^/]+)/' },
      to: { path: '^(libs|apps)/[^/]+/(?!src/index\\.ts$)', pathNot: '^$1/$2/' },
    },
    {
      name: 'through-the-index-tests',
      comment: 'what crosses rooms is tested through what they give',
      severity: 'error',
      from: { path: '^test/' },
      to: { path: '^(libs|apps)/[^/]+/(?!src/index\\.ts$)' },
    },
    {
      name: 'resolved',
      comment: 'an import that leads nowhere would escape every other rule',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, path: '^(libs|apps)/', pathNot: '\\.spec\\.ts$' },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: '(^|/)(node_modules|dist)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.check.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['source', 'require', 'node', 'default'] },
  },
};
