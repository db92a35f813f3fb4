/**
 * The compiled référentiel on disk: one JSON text in columns, brotli-compressed. Columns of codes are one string with
 * spaces, columns of labels one string with line ends, columns of flags one letter an entry; that reads several times
 * faster than arrays of small strings and compresses better.
 */

export const COMPILED_FILE = 'rome.json.br';
export const MANIFEST_FILE = 'manifest.json';
/** Raised whenever the columns change in a way that older code cannot read. */
export const COMPILED_FORMAT = 1;
export const ATTRIBUTION = 'ROME 4.0, France Travail, Licence Ouverte 2.0';

/** How many entries and links of each kind a référentiel holds. */
export interface RomeCounts {
  readonly domaines: number;
  readonly enjeux: number;
  readonly objectifs: number;
  /** Savoir-être included. */
  readonly macroCompetences: number;
  readonly savoirEtre: number;
  readonly savoirFaire: number;
  readonly savoirs: number;
  readonly savoirCategories: number;
  readonly savoirSubCategories: number;
  readonly contextes: number;
  readonly contexteCategories: number;
  readonly fiches: number;
  readonly appellations: number;
  readonly ficheItems: number;
  readonly ficheItemsPrincipale: number;
  readonly ficheItemsEmergente: number;
  readonly mobilities: number;
  readonly thematiques: number;
  readonly centresInteret: number;
  readonly secteursActivite: number;
  readonly sousSecteursActivite: number;
  readonly secteursNaf: number;
}

/** What lies beside the compiled file, for people and for the check at load. */
export interface RomeManifest {
  readonly format: number;
  readonly version: string;
  /** `YYYY-MM-DD`. */
  readonly publishedOn: string;
  readonly file: string;
  /** Of the compiled file, hex. */
  readonly sha256: string;
  readonly bytes: number;
  readonly counts: RomeCounts;
  readonly attribution: string;
}

/** Codes and labels of one level; `parents` are positions in the level above. */
export interface CompiledLevel {
  readonly codes: string;
  readonly labels: string;
  readonly parents: readonly number[];
}

/** Links from the entries of one list: how many each has, then all targets, each list ascending and delta-coded. */
interface CompiledLinks {
  readonly counts: readonly number[];
  readonly deltas: readonly number[];
}

export interface CompiledFlags {
  /** Positions in the table of wordings. */
  readonly ecologique: readonly number[];
  readonly numerique: string;
  readonly demographique: string;
  readonly reglemente: string;
  readonly cadre: string;
}

export interface CompiledRome {
  readonly format: number;
  readonly version: string;
  readonly publishedOn: string;
  readonly domaines: CompiledLevel;
  readonly enjeux: CompiledLevel;
  readonly objectifs: CompiledLevel;
  /** Macros come first, in tree order, then savoir-faire by macro, savoirs, contextes: `sizes` of the four stretches. */
  readonly concepts: {
    readonly sizes: readonly [macros: number, savoirFaire: number, savoirs: number, contextes: number];
    readonly codes: string;
    readonly labels: string;
    /** Category and sub-category, told apart by a tab. */
    readonly categories: string;
    readonly category: readonly number[];
    readonly ecologique: string;
    readonly numerique: string;
  };
  readonly macros: {
    readonly treeCodes: string;
    readonly objectif: readonly number[];
    /** `E` for a savoir-être, `M` otherwise, one letter a macro. */
    readonly kinds: string;
    readonly riasec: string;
    readonly children: readonly number[];
  };
  readonly grandDomaines: CompiledLevel;
  readonly domainesProfessionnels: CompiledLevel;
  /** Wordings of the transition écologique of métiers. */
  readonly ecologique: string;
  readonly fiches: {
    readonly codes: string;
    readonly labels: string;
    /** Positions in `fiches`. */
    readonly parents: readonly number[];
    readonly domaine: readonly number[];
    readonly riasec: string;
    readonly flags: CompiledFlags;
    readonly items: CompiledLinks;
    /** One letter an item: `P` principale, `E` émergente, `-` neither. */
    readonly coeurs: string;
    readonly mobilities: {
      readonly counts: readonly number[];
      readonly targets: readonly number[];
      readonly orders: readonly number[];
    };
  };
  readonly appellations: {
    readonly codes: string;
    readonly labels: string;
    /** Empty where the short label is the long one. */
    readonly shortLabels: string;
    /** Gender forms told apart by a tab; empty where the label is the only one. */
    readonly forms: string;
    /** How many each fiche has; they come in the order of the fiches. */
    readonly counts: readonly number[];
    readonly parents: readonly number[];
    /** One letter each: `P` principale, `U` peu usité, `B` both, `-` neither. */
    readonly marks: string;
    readonly flags: CompiledFlags;
  };
  readonly regroupements: readonly (CompiledLevel & {
    readonly kind: string;
    readonly fiches: CompiledLinks;
    /** One letter a link: `O` main, `-` not. */
    readonly principal: string;
  })[];
}

/** Links of every entry, each list sorted ascending. */
export function encodeLinks(lists: readonly (readonly number[])[]): CompiledLinks {
  const deltas: number[] = [];
  for (const list of lists) {
    let previous = 0;
    for (const target of list) {
      deltas.push(target - previous);
      previous = target;
    }
  }
  return { counts: lists.map((list) => list.length), deltas };
}

export function decodeLinks(links: CompiledLinks): number[][] {
  let at = 0;
  return links.counts.map((count) => {
    const list = new Array<number>(count);
    let target = 0;
    for (let i = 0; i < count; i++) {
      target += links.deltas[at++]!;
      list[i] = target;
    }
    return list;
  });
}

/** A column of strings; no entry may hold the separator. */
export function splitColumn(column: string, separator: ' ' | '\n'): string[] {
  return column === '' ? [] : column.split(separator);
}
