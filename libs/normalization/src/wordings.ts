import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Referentiel } from '@passerelle/rome';

/** An everyday way to say a concept or a métier. */
export interface Wording {
  /** OGR code of a concept, or ROME code of a fiche. */
  readonly code: string;
  readonly text: string;
}

/** The wordings files do not agree with the référentiel or with their own format. */
export class WordingsError extends Error {
  override readonly name = 'WordingsError';
}

export const CONCEPT_WORDINGS = ['macro-competences.tsv', 'savoir-etre.tsv', 'contextes.tsv', 'savoirs.tsv'] as const;
export const METIER_WORDINGS = ['metiers.tsv'] as const;

/**
 * Reads tab-separated lines `code, style, wording`.
 * @throws WordingsError naming file and line for a malformed line or a code that the référentiel lacks.
 */
export function readWordings(directory: string, files: readonly string[], rome: Referentiel): Wording[] {
  return files.flatMap((file) =>
    readFileSync(join(directory, file), 'utf8')
      .split('\n')
      .flatMap((line, index) => {
        if (line.trim() === '') return [];
        const [code, , text] = line.split('\t');
        if (!code || !text)
          throw new WordingsError(`${file}:${index + 1}: expected code, style and wording, tab-separated`);
        if (!rome.hasConcept(code) && !rome.hasFiche(code)) {
          throw new WordingsError(`${file}:${index + 1}: code ${code} is not in ROME ${rome.version}`);
        }
        return [{ code, text: text.trim() }];
      }),
  );
}
