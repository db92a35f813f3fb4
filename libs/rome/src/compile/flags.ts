import type { CompiledFlags } from '../compiled-format';
import type { Row } from './table';

export const FLAG_COLUMNS = [
  'transition_eco',
  'transition_num',
  'transition_demo',
  'emploi_reglemente',
  'emploi_cadre',
] as const;
type FlagColumn = (typeof FLAG_COLUMNS)[number];

/** Flags of fiches or appellations, in the order of `rows`; `wordings` gives the position of each wording. */
export function compileFlags(rows: readonly Row<FlagColumn>[], wordings: ReadonlyMap<string, number>): CompiledFlags {
  return {
    ecologique: rows.map((row) => wordings.get(row.text('transition_eco'))!),
    numerique: rows.map((row) => row.flag('transition_num')).join(''),
    demographique: rows.map((row) => row.flag('transition_demo')).join(''),
    reglemente: rows.map((row) => row.flag('emploi_reglemente')).join(''),
    cadre: rows.map((row) => row.flag('emploi_cadre')).join(''),
  };
}
