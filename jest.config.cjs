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
};
