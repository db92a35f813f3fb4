import { readFileSync } from 'node:fs';
import { UsageError } from '../usage-error';

/** One document of a file, as JSON on one line. */
export interface Item {
  /** Where it stands: `line 3` of JSON Lines, `item 3` of an array. */
  readonly place: string;
  readonly json: string;
}

export type InputFormat = 'passerelle' | 'france-travail';

interface Items {
  readonly format: InputFormat;
  readonly items: readonly Item[];
}

/**
 * The documents of a file: JSON Lines, one JSON array, or an answer of the API of France Travail (`{"resultats": […]}`). A
 * line that is not JSON is passed on as it is, for the service to refuse by its number.
 * @throws UsageError for a file that cannot be read or holds nothing
 */
export function readItems(file: string): Items {
  const text = contentOf(file);
  const items = listIn(file, text) ?? linesOf(text);
  if (items.length === 0) throw new UsageError(`${file}: holds no document`);
  return { format: isFranceTravail(items[0]!) ? 'france-travail' : 'passerelle', items };
}

function contentOf(file: string): string {
  try {
    return readFileSync(file, 'utf8').replace(/^\uFEFF/u, '');
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

/** Undefined where the file is lines. */
function listIn(file: string, text: string): Item[] | undefined {
  const start = text.trimStart();
  if (start.startsWith('[')) return itemsOf(parse(file, text) as unknown[]);
  const firstLine = start.slice(0, start.indexOf('\n') >>> 0);
  if (isJson(firstLine) && firstLine.trim() !== start.trim()) return undefined;
  if (!isJson(start)) return undefined;
  const value = JSON.parse(start) as { resultats?: unknown } | null;
  return itemsOf(Array.isArray(value?.resultats) ? (value.resultats as unknown[]) : [value]);
}

function parse(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UsageError(`${file}: not JSON (${(error as Error).message})`);
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function itemsOf(list: readonly unknown[]): Item[] {
  return list.map((item, index) => ({ place: `item ${index + 1}`, json: JSON.stringify(item) }));
}

function linesOf(text: string): Item[] {
  return text
    .split('\n')
    .map((line, index) => ({ place: `line ${index + 1}`, json: line.trim() }))
    .filter(({ json }) => json !== '');
}

/** Its offers have an `intitule`, ours have a `title`. */
function isFranceTravail({ json }: Item): boolean {
  return isJson(json) && typeof (JSON.parse(json) as { intitule?: unknown } | null)?.intitule === 'string';
}
