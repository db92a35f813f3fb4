const common = {
  preset: 'ts-jest',
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  transform: { '^.+\\.ts$': ['ts-jest', { tsconfig: 'tsconfig.check.json', diagnostics: false }] },
};

/** Unit tests live beside the code as *.spec.ts; what crosses rooms lives in test/. */
module.exports = {
  projects: [
    { ...common, displayName: 'unit', roots: ['<rootDir>/libs', '<rootDir>/apps'], testRegex: 'src/.*\\.spec\\.ts$' },
    { ...common, displayName: 'end-to-end', roots: ['<rootDir>/test'], testRegex: '\\.spec\\.ts$' },
  ],
  // The floor is on the rooms. What runs in a worker thread or a child process runs from dist and is not counted: worker.ts,
  // which is nothing but that, is left out.
  collectCoverageFrom: [
    'libs/*/src/**/*.ts',
    '!**/*.spec.ts',
    '!**/src/index.ts',
    '!**/src/testing/**',
    '!libs/normalization/src/worker.ts',
  ],
  coverageProvider: 'v8',
  coverageThreshold: { global: { lines: 90, statements: 90, branches: 91, functions: 94 } },
  coverageReporters: ['text-summary', 'json-summary'],
};
