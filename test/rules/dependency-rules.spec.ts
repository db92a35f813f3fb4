import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

jest.setTimeout(120_000);

const ROOT = join(__dirname, '../..');
const CRUISER = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
const FOLDERS = ['libs', 'apps'];
const CONFIGURATION = ['.dependency-cruiser.cjs', 'tsconfig.base.json', 'tsconfig.check.json', 'package.json'];

interface Violation {
  readonly from: string;
  readonly to: string;
  readonly rule: { readonly name: string };
}

/** Runs the dependency rules of the project on a tree of the same layout. */
function violationsIn(tree: string): Promise<readonly Violation[]> {
  const sources = FOLDERS.flatMap((folder) => readdirSync(join(tree, folder)).map((room) => `${folder}/${room}/src`));
  const args = [CRUISER, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...sources, 'test'];
  return new Promise((resolve, reject) => {
    // The exit status is the number of violations; what is no report is an error.
    execFile(process.execPath, args, { cwd: tree, maxBuffer: 2 ** 28 }, (_, stdout, stderr) => {
      try {
        const report = JSON.parse(stdout) as { summary: { violations: Violation[]; totalCruised: number } };
        expect(report.summary.totalCruised).toBeGreaterThan(100);
        resolve(report.summary.violations);
      } catch {
        reject(new Error(`dependency-cruiser gave no report: ${stderr || stdout.slice(0, 500)}`));
      }
    });
  });
}

/** The sources of every workspace, found by its name as npm would have it, and the installed packages. */
function copyOfTheTree(): string {
  const tree = realpathSync(mkdtempSync(join(tmpdir(), 'passerelle-rules-')));
  for (const file of CONFIGURATION) cpSync(join(ROOT, file), join(tree, file));
  cpSync(join(ROOT, 'test'), join(tree, 'test'), { recursive: true });
  mkdirSync(join(tree, 'node_modules/@passerelle'), { recursive: true });
  for (const name of readdirSync(join(ROOT, 'node_modules'))) {
    if (name !== '@passerelle') symlinkSync(join(ROOT, 'node_modules', name), join(tree, 'node_modules', name));
  }
  for (const folder of FOLDERS) {
    for (const room of readdirSync(join(ROOT, folder))) {
      const filter = (path: string): boolean => !/[/\\](dist|node_modules)$/.test(path);
      cpSync(join(ROOT, folder, room), join(tree, folder, room), { recursive: true, filter });
      symlinkSync(join(tree, folder, room), join(tree, 'node_modules/@passerelle', room));
    }
  }
  return tree;
}

const rooms = readdirSync(join(ROOT, 'libs'));

/** Folder of the planted file, what it says, the rule that must see it. */
const PLANTED: readonly (readonly [folder: string, source: string, rule: string])[] = [
  ['libs/matching/src', `import '@passerelle/text';`, 'matching-imports'],
  ['libs/matching/src', `import type { Clause } from '@passerelle/text'; export type C = Clause;`, 'matching-imports'],
  ['libs/matching/src', `export const text = import('@passerelle/text');`, 'matching-imports'],
  ['libs/matching/src', `export * from '@passerelle/text';`, 'matching-imports'],
  ['libs/stream/src', `import '@passerelle/store';`, 'stream-imports'],
  ['libs/text/src', `import '../../../apps/cli/src/main';`, 'text-imports'],
  ...rooms.map((room) => [`libs/${room}/src`, `import '@passerelle/matcher';`, `${room}-imports`] as const),
  ['libs/text/src', `import '@nestjs/common';`, 'pure-rooms'],
  ['libs/normalization/src', `import 'rxjs';`, 'pure-rooms'],
  ['apps/matcher/src', `import 'hnswlib-node';`, 'one-home-hnswlib-node'],
  ['apps/matcher/src', `import 'piscina';`, 'one-home-piscina'],
  ['apps/cli/src', `import 'onnxruntime-node';`, 'one-home-onnxruntime-node'],
  ['apps/cli/src', `import 'csv-parse/sync';`, 'one-home-csv-parse'],
  ['libs/telemetry/src', `import 'classic-level';`, 'one-home-classic-level'],
  ['libs/stream/src/embedded', `import 'kafkajs';`, 'one-home-kafkajs'],
  ['apps/matcher/src', `import 'mongoose';`, 'one-home-mongoose'],
  ['libs/normalization/src', `import '../../text/src/fold';`, 'through-the-index'],
  ['apps/cli/src', `import '../../matcher/src/house';`, 'through-the-index'],
  ['test', `import '../libs/text/src/fold';`, 'through-the-index-tests'],
  ['libs/normalization/src', `import '@passerelle/text/src/fold';`, 'resolved'],
  ['libs/rome/src', `import './planted-itself';`, 'resolved'],
  ['libs/rome/src', `export const alone = 1;`, 'no-orphans'],
];

const fileOf = (index: number): string => `planted-${index}.ts`;

describe('the dependency rules, on a copy of the project with forbidden imports planted in it,', () => {
  let tree: string;
  let violations: readonly Violation[];

  beforeAll(async () => {
    tree = copyOfTheTree();
    for (const [index, [folder, source]] of PLANTED.entries()) {
      writeFileSync(join(tree, folder, fileOf(index)), `${source}\n`);
    }
    writeFileSync(join(tree, 'libs/rome/src/planted-a.ts'), `import './planted-b';\n`);
    writeFileSync(join(tree, 'libs/rome/src/planted-b.ts'), `import './planted-a';\n`);
    violations = await violationsIn(tree);
  });

  afterAll(() => rmSync(tree, { recursive: true, force: true }));

  const rulesBrokenBy = (file: string): string[] =>
    violations.filter(({ from }) => from === file).map(({ rule }) => rule.name);

  it.each(PLANTED.map(([folder, source, rule], index) => ({ folder, source, rule, index })))(
    'see $source in $folder: $rule',
    ({ folder, rule, index }) => {
      expect(rulesBrokenBy(`${folder}/${fileOf(index)}`)).toContain(rule);
    },
  );

  it('see a circle', () => {
    expect(rulesBrokenBy('libs/rome/src/planted-a.ts')).toContain('no-circular');
  });

  it('find nothing wrong in the project itself', () => {
    expect(violations.filter(({ from }) => !from.includes('/planted-'))).toEqual([]);
  });
});
