import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { RomeFormatError } from '../errors';

/** The folder of one official version, with what its file names and version.txt say. */
export interface SourceVersion {
  readonly dir: string;
  /** As in the file names, for example `460`. */
  readonly fileNumber: string;
  /** For example `4.60`. */
  readonly version: string;
  /** `YYYY-MM-DD`. */
  readonly publishedOn: string;
}

const VERSION_FILE = 'version.txt';
const ROME_FILE = /^(?:unix_.+_v(\d{3,4})_utf8|arborescence_competences_v(\d{3,4}))\.csv$/;

export async function detectVersion(dir: string): Promise<SourceVersion> {
  const names = await readdir(dir).catch(() => {
    throw new RomeFormatError({ file: dir }, 'a readable folder with the official CSV files of one ROME version');
  });
  const numbers = new Map<string, string>();
  for (const name of names.sort()) {
    const match = ROME_FILE.exec(name);
    if (match) numbers.set((match[1] ?? match[2])!, name);
  }
  const [fileNumber, ...others] = numbers.keys();
  if (fileNumber === undefined) {
    throw new RomeFormatError({ file: dir }, 'official files named unix_…_vNNN_utf8.csv', names.slice(0, 5).join(', '));
  }
  if (others.length > 0) {
    throw new RomeFormatError(
      { file: numbers.get(others[0]!)! },
      `one version in the folder, v${fileNumber}`,
      others.join(', '),
    );
  }

  const text = await readFile(join(dir, VERSION_FILE), 'utf8').catch(() => {
    throw new RomeFormatError({ file: VERSION_FILE }, 'the file to be there and readable');
  });
  const number = field(text, /^num[eé]ro de version\s*:\s*(\d+)\s*$/i, 'Numero de version : NN');
  const [, day, month, year] = field(
    text,
    /^date de publication\s*:\s*(\d{2})\/(\d{2})\/(\d{4})\s*$/i,
    'Date de publication : DD/MM/YYYY',
  );
  if (fileNumber !== `${fileNumber.slice(0, 1)}${number[1]!}`) {
    throw new RomeFormatError({ file: VERSION_FILE }, `the version of the file names, v${fileNumber}`, number[1]);
  }
  return {
    dir,
    fileNumber,
    version: `${fileNumber.slice(0, 1)}.${number[1]!}`,
    publishedOn: `${year!}-${month!}-${day!}`,
  };
}

function field(text: string, pattern: RegExp, expected: string): RegExpExecArray {
  for (const line of text.replace(/^\ufeff/, '').split(/\r?\n/)) {
    const match = pattern.exec(line);
    if (match) return match;
  }
  throw new RomeFormatError({ file: VERSION_FILE }, `a line «${expected}»`);
}

/** Path of an official file of that version, by the part of its name that does not change. */
export function sourceFile(source: SourceVersion, name: string): string {
  const full =
    name === 'arborescence_competences'
      ? `${name}_v${source.fileNumber}.csv`
      : `unix_${name}_v${source.fileNumber}_utf8.csv`;
  return join(source.dir, full);
}
