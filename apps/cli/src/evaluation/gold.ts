import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A document of a gold set; see the annotation guide that comes with the set. */
export interface GoldDocument {
  readonly id: string;
  readonly kind: 'offer' | 'profile';
  readonly title: string;
  readonly text: string;
  /** Acceptable ROME codes, best first. */
  readonly rome: readonly string[];
  readonly mentions: readonly GoldMention[];
  /** Macro-compétence code to grade, 2 expressed or 1 implied. */
  readonly macros: Readonly<Record<string, number>>;
  readonly contexts: Readonly<Record<string, number>>;
  /** Substrings that must give no skill. */
  readonly noise: readonly string[];
}

interface GoldMention {
  readonly span: string;
  readonly concepts: readonly { readonly code: string; readonly grade: number }[];
}

/** Grade of an offer for a profile, by profile then offer. */
export type Relevance = ReadonlyMap<string, ReadonlyMap<string, number>>;

export interface GoldSet {
  /** For example `dev`: files `offers-dev.jsonl`, `profiles-dev.jsonl`, `qrels-dev.tsv`. */
  readonly name: string;
  readonly documents: readonly GoldDocument[];
  readonly relevance: Relevance;
}

/** The folder holds no gold set of the form expected. */
class GoldSetError extends Error {
  override readonly name = 'GoldSetError';
}

/** Names of the sets in a folder: `X` for every `offers-X.jsonl`. */
export function goldSets(directory: string): string[] {
  if (!existsSync(directory)) throw new GoldSetError(`${directory}: no such folder`);
  const names = readdirSync(directory).flatMap((file) => /^offers-(\w+)\.jsonl$/u.exec(file)?.[1] ?? []);
  if (names.length === 0) throw new GoldSetError(`${directory}: holds no offers-NAME.jsonl`);
  return names.sort();
}

export function readGoldSet(directory: string, name: string): GoldSet {
  const documents = ['offers', 'profiles'].flatMap((kind) => {
    const file = join(directory, `${kind}-${name}.jsonl`);
    return existsSync(file) ? readDocuments(file) : [];
  });
  const qrels = join(directory, `qrels-${name}.tsv`);
  return { name, documents, relevance: existsSync(qrels) ? readRelevance(qrels) : new Map() };
}

function readDocuments(file: string): GoldDocument[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, index) => {
      if (line.trim() === '') return [];
      try {
        return [JSON.parse(line) as GoldDocument];
      } catch {
        throw new GoldSetError(`${file}:${index + 1}: not JSON`);
      }
    });
}

function readRelevance(file: string): Relevance {
  const relevance = new Map<string, Map<string, number>>();
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const [profile, offer, grade] = line.trim().split(/\s+/u);
    if (!profile || !offer || !grade) continue;
    const grades = relevance.get(profile) ?? new Map<string, number>();
    relevance.set(profile, grades.set(offer, Number(grade)));
  }
  return relevance;
}
