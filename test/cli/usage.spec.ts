import { Folder, passerelle } from './command';

jest.setTimeout(60_000);
const folder = new Folder();
afterAll(() => folder.remove());

const COMMANDS = ['serve', 'demo', 'ingest', 'normalize', 'link', 'match', 'explain', 'rome', 'eval', 'bench'];

describe('help', () => {
  it('names every command and the exit codes, and ends with 0', async () => {
    const { code, out } = await passerelle(['--help']);
    expect(code).toBe(0);
    for (const command of COMMANDS) expect(out).toMatch(new RegExp(`^  ${command} `, 'mu'));
    expect(out).toContain('Exit codes: 0 done, 1 failed, 2 asked');
  });

  it.each(COMMANDS)('tells about %s', async (command) => {
    const { code, out } = await passerelle([command, '--help']);
    expect(code).toBe(0);
    expect(out).toContain(`Usage: passerelle ${command}`);
  });
});

describe('what is asked wrongly ends with 2 and says what is wrong', () => {
  const invalid = () =>
    folder.write('invalid.json', '{"id":"a","version":1,"occurredAt":"yesterday","title":"x","text":"y"}');
  const lines = () =>
    folder.write('lines.jsonl', '{"id":"a","kind":"offer","text":"x"}\n{"id":"b","kind":"both","text":"x"}\n');
  const broken = () => folder.write('broken.jsonl', '{"id":\n');
  const out = () => folder.at('never');

  it.each<[string, () => string[], RegExp]>([
    ['an unknown command', () => ['fly'], /unknown command 'fly'/u],
    ['a missing option', () => ['match', '--offers', 'x'], /--profiles/u],
    ['a code that is not in ROME', () => ['rome', 'show', 'Z9999'], /Z9999/u],
    [
      'a folder that is no ROME version',
      () => ['rome', 'compile', folder.path, '--out', out()],
      /version\.txt|\.csv|vNNN/u,
    ],
    ['a missing file', () => ['normalize', '--in', folder.at('none'), '--out', out()], /none.*no such file/u],
    ['--in without --out', () => ['normalize', '--in', lines()], /--in and --out/u],
    [
      'a wrong field',
      () => ['normalize', '--in', lines(), '--out', out()],
      /lines\.jsonl:2: kind: expected offer or profile/u,
    ],
    ['spans that are missing', () => ['link', '--in', lines(), '--out', out()], /lines\.jsonl:1: mentions/u],
    ['a line that is not JSON', () => ['normalize', '--in', broken(), '--out', out()], /broken\.jsonl:1: not JSON/u],
    ['a text that is too long', () => ['normalize', '--file', folder.write('long', 'a '.repeat(60_000))], /text/u],
    [
      'an event with a wrong field',
      () => ['explain', invalid(), invalid()],
      /invalid\.json: .*offer event[^]*occurredAt/u,
    ],
    ['a file of unsaid kind', () => ['ingest', lines()], /--kind/u],
    ['a missing file to send', () => ['ingest', folder.at('none'), '--kind', 'offer'], /none/u],
    ['an address that is none', () => ['ingest', lines(), '--kind', 'offer', '--url', 'here'], /--url here/u],
    ['a number that is none', () => ['bench', '--limit', 'many'], /--limit.*whole number/u],
    ['a gold set that is not there', () => ['eval', '--gold', folder.path], /offers-NAME\.jsonl/u],
  ])('%s', async (_, args, message) => {
    const { code, out: said, err } = await passerelle(args());
    expect({ code, said }).toEqual({ code: 2, said: '' });
    expect(err).toMatch(message);
    expect(err).not.toMatch(/^\s+at /mu);
  });

  it('a misspelt setting', async () => {
    const { code, err } = await passerelle(['rome', 'show', 'M1805'], { env: { PASSERELLE_PROT: '1' } });
    expect({ code, err }).toEqual({ code: 2, err: 'passerelle: PASSERELLE_PROT: no such setting\n' });
  });
});

it('ends with 1, in one line, when the service does not answer', async () => {
  const file = folder.write('one.jsonl', '{"id":"a"}\n');
  // Port 1 of the loopback address: nobody listens there.
  const { code, err } = await passerelle(['ingest', file, '--kind', 'offer', '--url', 'http://127.0.0.1:1']);
  expect(code).toBe(1);
  expect(err.trim().split('\n')).toEqual([expect.stringContaining('is the service running (passerelle serve)?')]);
});
