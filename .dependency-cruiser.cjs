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

const rooms = Object.keys(allowed);

const roomRules = rooms.map((room) => ({
  name: `${room}-imports`,
  comment: `libs/${room} may import only: ${allowed[room].join(', ') || 'nothing of ours'}`,
  severity: 'error',
  from: { path: `^libs/${room}/src` },
  to: { path: `^(libs/(?!(${[room, ...allowed[room]].join('|')})/)|apps/)` },
}));

const PURE = '^libs/(rome|text|embedding|normalization|matching)/src';

/** Each named library sits in one place, behind one of our ports. */
const homes = [
  ['hnswlib-node', '^libs/embedding/src'],
  ['@xenova/transformers', '^libs/embedding/src'],
  ['classic-level', '^libs/(stream|store)/src'],
  ['csv-parse', '^libs/rome/src'],
  ['prom-client', '^libs/telemetry/src'],
  ['pino', '^libs/telemetry/src'],
  ['class-validator', '^libs/contracts/src'],
  ['commander', '^apps/cli/src'],
];

module.exports = {
  forbidden: [
    ...roomRules,
    {
      name: 'pure-rooms',
      comment: 'rome, text, embedding, normalization and matching know no framework, broker or database',
      severity: 'error',
      from: { path: PURE },
      to: { path: 'node_modules/(@nestjs|kafkajs|mongoose|classic-level|express|rxjs)' },
    },
    ...homes.map(([library, home]) => ({
      name: `one-home-${library.replace(/[@/]/g, '')}`,
      comment: `${library} is imported from ${home} only`,
      severity: 'error',
      from: { path: '^(libs|apps)/', pathNot: home },
      to: { path: `node_modules/${library}/` },
    })),
    {
      name: 'apps-through-index',
      comment: 'a room is entered by its index',
      severity: 'error',
      from: { path: '^(libs|apps)/([^/]+)/' },
      to: { path: '^(libs|apps)/([^/]+)/(src|dist)/(?!index\\.)', pathNot: '^$1/$2/' },
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
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|coverage)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.check.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['source', 'require', 'node', 'default'] },
  },
};
