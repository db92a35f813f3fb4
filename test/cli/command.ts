import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const BINARY = join(__dirname, '../../apps/cli/bin/passerelle.js');

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the built command as a person would, without a terminal. */
export function passerelle(
  args: readonly string[],
  { input = '', env = {} }: { readonly input?: string; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [BINARY, ...args], { env: { ...process.env, FORCE_COLOR: '', ...env } });
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, out, err }));
    // Some commands end before they have read all that they are given.
    child.stdin.on('error', () => undefined).end(input);
  });
}

/** A folder for one test file. */
export class Folder {
  readonly path = mkdtempSync(join(tmpdir(), 'passerelle-cli-'));

  at(name: string): string {
    return join(this.path, name);
  }

  /** @returns the path of a new file with this content */
  write(name: string, content: string): string {
    writeFileSync(this.at(name), content);
    return this.at(name);
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}
