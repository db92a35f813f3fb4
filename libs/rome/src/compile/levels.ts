import type { CompiledLevel } from '../compiled-format';
import { byText } from './order';
import type { Row } from './table';

/** Collects codes, labels and parents of one level of a tree from lines that repeat them, and sees that they agree. */
export class Level<C extends string> {
  private readonly entries = new Map<string, { readonly label: string; readonly parent: string }>();

  constructor(
    private readonly codeColumn: C,
    private readonly labelColumn: C,
    private readonly parentColumn: C | null,
  ) {}

  /** Takes the entry that the line names and returns its code. */
  add(row: Row<C>): string {
    const code = row.required(this.codeColumn);
    const label = row.required(this.labelColumn);
    const parent = this.parentColumn === null ? '' : row.required(this.parentColumn);
    const known = this.entries.get(code);
    if (known === undefined) this.entries.set(code, { label, parent });
    else if (known.label !== label)
      throw row.error(this.labelColumn, `the label of ${code} as before, «${known.label}»`, label);
    else if (known.parent !== parent) {
      throw row.error(this.parentColumn ?? this.codeColumn, `the parent of ${code} as before, ${known.parent}`, parent);
    }
    return code;
  }

  /** In order of code; `parents` gives the position of each code of the level above. */
  compile(parents: ReadonlyMap<string, number> = new Map()): { level: CompiledLevel; positions: Map<string, number> } {
    const codes = [...this.entries.keys()].sort(byText);
    return {
      level: {
        codes: codes.join(' '),
        labels: codes.map((code) => this.entries.get(code)!.label).join('\n'),
        parents: this.parentColumn === null ? [] : codes.map((code) => parents.get(this.entries.get(code)!.parent)!),
      },
      positions: new Map(codes.map((code, position) => [code, position])),
    };
  }
}
