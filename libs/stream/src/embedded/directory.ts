import { constants } from 'node:fs';
import { access, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ClassicLevel } from 'classic-level';
import { StreamDirectoryError } from '../errors';

export type Level = ClassicLevel;

const KIND = 'passerelle-stream';
const FORMAT = 1;
const FORMAT_KEY = '!format';

/** Codes of an error and of its causes. The engine's errors may come from another realm: no `instanceof`. */
function codesOf(error: unknown): string[] {
  const codes: string[] = [];
  for (let e = error; typeof e === 'object' && e !== null; e = 'cause' in e ? e.cause : null) {
    if ('code' in e && typeof e.code === 'string') codes.push(e.code);
  }
  return codes;
}

function describeOpenError(directory: string, cause: unknown): StreamDirectoryError {
  if (codesOf(cause).includes('LEVEL_LOCKED')) {
    const detail = 'is in use: another process, or another stream of this one, has it open.';
    return new StreamDirectoryError(directory, 'locked', detail, { cause });
  }
  return new StreamDirectoryError(directory, 'unreadable', 'cannot be opened: its files are damaged or unreadable.', {
    cause,
  });
}

async function requireWritable(directory: string): Promise<void> {
  try {
    await mkdir(directory, { recursive: true });
    await access(directory, constants.W_OK | constants.X_OK);
  } catch (cause) {
    const [code = 'unknown reason'] = codesOf(cause);
    throw new StreamDirectoryError(directory, 'not-writable', `cannot be created or written (${code}).`, { cause });
  }
}

function foreign(directory: string): StreamDirectoryError {
  return new StreamDirectoryError(directory, 'foreign', 'holds the data of something else than an event stream.');
}

async function requireFormat(directory: string, db: Level): Promise<void> {
  const stored = await db.get(FORMAT_KEY);
  if (stored === undefined) {
    const [anything] = await db.keys({ limit: 1 }).all();
    if (anything !== undefined) throw foreign(directory);
    await db.put(FORMAT_KEY, `${KIND} ${FORMAT}`, { sync: true });
    return;
  }
  const [kind, version] = stored.split(' ');
  if (kind !== KIND) throw foreign(directory);
  if (Number(version) > FORMAT) {
    const detail = `has format ${version}, written by a later version of Passerelle; this one reads up to ${FORMAT}.`;
    throw new StreamDirectoryError(directory, 'newer-format', detail);
  }
}

/**
 * Opens the LevelDB database of a stream, made if it is not there.
 * @throws StreamDirectoryError saying what is wrong with the directory.
 */
export async function openDirectory(directory: string): Promise<Level> {
  await requireWritable(directory);
  const db = new ClassicLevel(directory);
  try {
    await db.open();
  } catch (cause) {
    throw describeOpenError(directory, cause);
  }
  try {
    await requireFormat(directory, db);
  } catch (error) {
    await db.close();
    throw error;
  }
  return db;
}

/** Rejects when the files were removed or their access taken away under an open database. */
export async function requireFiles(directory: string): Promise<void> {
  await access(join(directory, 'CURRENT'), constants.R_OK | constants.W_OK);
}
