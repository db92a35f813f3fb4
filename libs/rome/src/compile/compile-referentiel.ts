import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import {
  ATTRIBUTION,
  COMPILED_FILE,
  COMPILED_FORMAT,
  type CompiledLevel,
  type CompiledRome,
  type RomeCounts,
  type RomeManifest,
  splitColumn,
} from '../compiled-format';
import { compileConcepts } from './concepts';
import { compileFiches } from './fiches';
import { compileRegroupements } from './regroupements';
import { detectVersion } from './source-files';

/** A compiled version in memory, ready for `writeCompiled`. */
export interface CompiledReferentiel {
  readonly bytes: Buffer;
  readonly manifest: RomeManifest;
}

export interface CompileProgress {
  readonly done: number;
  readonly total: number;
  /** What was just finished: the part of a file name that does not change, or `compression`. */
  readonly step: string;
}

const STEPS = 18;

/**
 * Reads and checks the official CSV files of one ROME 4.0 version and packs codes, labels, natures and links, no prose.
 * The same files give the same bytes.
 *
 * @param dir folder with `unix_…_vNNN_utf8.csv`, `arborescence_competences_vNNN.csv` and `version.txt`
 * @throws RomeFormatError naming file, line and column at the first thing that is not as it should be
 */
export async function compileReferentiel(
  dir: string,
  onProgress: (progress: CompileProgress) => void = () => undefined,
): Promise<CompiledReferentiel> {
  let done = 0;
  const step = (name: string): void => onProgress({ done: ++done, total: STEPS, step: name });
  const source = await detectVersion(dir);
  step('version');
  const concepts = await compileConcepts(source, step);
  const fiches = await compileFiches(source, concepts.positions, step);
  const regroupements = await compileRegroupements(source, fiches.positions, step);
  const compiled: CompiledRome = {
    format: COMPILED_FORMAT,
    version: source.version,
    publishedOn: source.publishedOn,
    ...concepts.sections,
    ...fiches.sections,
    regroupements,
  };
  const bytes = await compress(Buffer.from(JSON.stringify(compiled), 'utf8'));
  step('compression');
  return {
    bytes,
    manifest: {
      format: COMPILED_FORMAT,
      version: source.version,
      publishedOn: source.publishedOn,
      file: COMPILED_FILE,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      bytes: bytes.length,
      counts: countEntries(compiled),
      attribution: ATTRIBUTION,
    },
  };
}

function compress(json: Buffer): Promise<Buffer> {
  return promisify(brotliCompress)(json, {
    params: {
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      // One step up saves 5 % of the size for ten times the time.
      [constants.BROTLI_PARAM_QUALITY]: 9,
      [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
      [constants.BROTLI_PARAM_SIZE_HINT]: json.length,
    },
  });
}

function countEntries(rome: CompiledRome): RomeCounts {
  const [macros, savoirFaire, savoirs, contextes] = rome.concepts.sizes;
  const length = (level: CompiledLevel): number => splitColumn(level.codes, ' ').length;
  const letters = (column: string, letter: string): number => column.split(letter).length - 1;
  const [thematiques, centresInteret, secteursActivite, sousSecteursActivite, secteursNaf] =
    rome.regroupements.map(length);
  const savoirFrom = macros + savoirFaire;
  const categoriesBetween = (start: number, end: number): string[] => {
    const names = splitColumn(rome.concepts.categories, '\n');
    return [...new Set(rome.concepts.category.slice(start, end))].map((position) => names[position]!);
  };
  const savoirCategories = categoriesBetween(savoirFrom, savoirFrom + savoirs);
  return {
    domaines: length(rome.domaines),
    enjeux: length(rome.enjeux),
    objectifs: length(rome.objectifs),
    macroCompetences: macros,
    savoirEtre: letters(rome.macros.kinds, 'E'),
    savoirFaire,
    savoirs,
    savoirCategories: new Set(savoirCategories.map((category) => category.split('\t')[0])).size,
    savoirSubCategories: savoirCategories.length,
    contextes,
    contexteCategories: categoriesBetween(savoirFrom + savoirs, savoirFrom + savoirs + contextes).length,
    fiches: splitColumn(rome.fiches.codes, ' ').length,
    appellations: splitColumn(rome.appellations.codes, ' ').length,
    ficheItems: rome.fiches.coeurs.length,
    ficheItemsPrincipale: letters(rome.fiches.coeurs, 'P'),
    ficheItemsEmergente: letters(rome.fiches.coeurs, 'E'),
    mobilities: rome.fiches.mobilities.targets.length,
    thematiques: thematiques!,
    centresInteret: centresInteret!,
    secteursActivite: secteursActivite!,
    sousSecteursActivite: sousSecteursActivite!,
    secteursNaf: secteursNaf!,
  };
}
