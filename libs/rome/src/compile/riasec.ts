import { sourceFile, type SourceVersion } from './source-files';
import { readTable } from './table';

const LETTERS = ['R', 'I', 'A', 'S', 'E', 'C', ''] as const;

/** Column of Holland codes, major then minor, one line an entry of `positions`; every entry must be in the file. */
export async function readRiasec(
  source: SourceVersion,
  name: string,
  codeColumn: 'code_ogr' | 'code_rome',
  positions: ReadonlyMap<string, number>,
): Promise<string> {
  const table = await readTable(sourceFile(source, name), [codeColumn, 'riasec_majeur', 'riasec_mineur']);
  const column = new Array<string>(positions.size).fill('');
  const read = table.byCode(codeColumn, (row) => {
    const position = row.link(codeColumn, positions, 'a code of this version');
    const major = row.oneOf('riasec_majeur', LETTERS);
    const minor = row.oneOf('riasec_mineur', LETTERS);
    if (major === '' && minor !== '') throw row.error('riasec_majeur', 'a major code beside the minor one', major);
    column[position] = major + minor;
  });
  for (const code of positions.keys()) if (!read.has(code)) throw table.error(`a line for ${code}`);
  return column.join('\n');
}
