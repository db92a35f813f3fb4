import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HOME } from '../home';
import { readSettings, type Settings, SettingsError, VARIABLES } from './settings';

function problemsOf(environment: Record<string, string>): readonly string[] {
  try {
    readSettings(environment);
  } catch (error) {
    if (error instanceof SettingsError) return error.problems;
    throw error;
  }
  return [];
}

describe('readSettings', () => {
  it('listens on this machine only, unless told otherwise', () => {
    expect(readSettings({})).toMatchObject({ host: '127.0.0.1', port: 3300, apiKeys: [], listSize: 20 });
  });

  it('takes default paths from the project and given ones from where it was started', () => {
    expect(readSettings({}).dataDir).toBe(join(HOME, 'data'));
    expect(readSettings({ PASSERELLE_DATA_DIR: 'elsewhere' }).dataDir).toBe(join(process.cwd(), 'elsewhere'));
  });

  it('reads every variable', () => {
    const settings = readSettings({
      PASSERELLE_PORT: '0',
      PASSERELLE_THREADS: '3',
      PASSERELLE_LOG_LEVEL: 'silent',
      PASSERELLE_API_KEYS: 'first-key-0123456789, second-key-0123456789',
    });
    expect(settings).toMatchObject({ port: 0, threads: 3, logLevel: 'silent' });
    expect(settings.apiKeys).toEqual(['first-key-0123456789', 'second-key-0123456789']);
  });

  it('names every variable that is wrong, at once', () => {
    expect(problemsOf({ PASSERELLE_PORT: '70000', PASSERELLE_LOG_LEVEL: 'loud', PASSERELLE_LIST_SIZE: '1.5' })).toEqual(
      [
        'PASSERELLE_PORT: must be an integer from 0 to 65535',
        'PASSERELLE_LOG_LEVEL: must be one of debug, info, warn, error, silent',
        'PASSERELLE_LIST_SIZE: must be an integer from 1 to 200',
      ],
    );
  });

  it('refuses a variable that nobody reads', () => {
    expect(problemsOf({ PASSERELLE_LISTSIZE: '5' })).toEqual(['PASSERELLE_LISTSIZE: no such setting']);
  });

  it('never quotes a key', () => {
    const [problem] = problemsOf({ PASSERELLE_API_KEYS: 'hunter2' });
    expect(problem).toMatch(/^PASSERELLE_API_KEYS: must be keys of 16/);
    expect(problem).not.toContain('hunter2');
  });

  it.each(['0.0.0.0', '::', '192.168.1.4', 'example.org', '127.evil.org'])('refuses %s without keys', (host) => {
    expect(problemsOf({ PASSERELLE_HOST: host })[0]).toMatch(/PASSERELLE_HOST.*set PASSERELLE_API_KEYS/);
    expect(problemsOf({ PASSERELLE_HOST: host, PASSERELLE_API_KEYS: 'k'.repeat(16) })).toEqual([]);
  });

  it.each(['localhost', '::1', '127.0.0.1', '127.1.2.3'])('takes %s without keys', (host) => {
    expect(problemsOf({ PASSERELLE_HOST: host })).toEqual([]);
  });

  it('is documented: every variable with its default', () => {
    const page = readFileSync(join(HOME, 'config/README.md'), 'utf8');
    const rows = [...page.matchAll(/^\| `(PASSERELLE_\w+)` +\| (?:`(.*?)`|(.*?)) +\|/gm)].map(
      ([, variable, value, words]) => [variable, value ?? words] as const,
    );
    const defaults = JSON.parse(readFileSync(join(HOME, 'config/defaults.json'), 'utf8')) as Record<string, unknown>;
    const IN_WORDS: Readonly<Record<string, string>> = { apiKeys: 'none', threads: 'one per core' };
    const expected = Object.entries(VARIABLES).map(
      ([field, variable]) => [variable, IN_WORDS[field] ?? String(defaults[field as keyof Settings])] as const,
    );
    expect([...rows].sort()).toEqual([...expected].sort());
  });
});
