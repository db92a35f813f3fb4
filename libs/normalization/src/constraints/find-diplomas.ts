import {
  DIPLOMA_AFTER,
  DIPLOMA_BEFORE,
  DIPLOMAS,
  LEVEL_LABELS,
  NOT_A_DIPLOMA_AFTER,
  NOT_A_DIPLOMA_BEFORE,
  NUMBERED_LEVEL,
  ROMAN_LEVELS,
} from './diploma-table';
import { isCapitals, type FoldedText } from './folded-text';
import type { Finding, SourceKind } from './judgement';

export interface NamedDiploma {
  /** French framework, 3 to 8. */
  readonly level: number;
  /** The protected diploma's name, or the name of the level. */
  readonly label: string;
  /** Whether it is asked for by its name, not only for its level. */
  readonly named: boolean;
}

const ANY = new RegExp(`(?<![a-z0-9])(?:${DIPLOMAS.map(({ pattern }) => `(${pattern})`).join('|')})(?![a-z0-9])`, 'g');

/** Diplomas in the order of the text. */
export function findDiplomas(text: FoldedText, kind: SourceKind, limit: number): Finding<NamedDiploma>[] {
  const found: Finding<NamedDiploma>[] = [];
  for (const match of text.folded.matchAll(ANY)) {
    if (found.length >= limit) break;
    const entry = DIPLOMAS[(match.slice(1) as (string | undefined)[]).findIndex((group) => group !== undefined)];
    const start = match.index;
    const end = start + match[0].length;
    if (!entry || (entry.ambiguous && !isDiploma(text, kind, start, end))) continue;
    // «DE infirmier», not «une équipe de infirmiers».
    if (match[0].startsWith('de ') && !isCapitals(text, start, start + 2)) continue;
    found.push({ topic: 'diploma', start, end, value: diploma(entry.level, entry.label) });
  }
  for (const match of text.folded.matchAll(NUMBERED_LEVEL)) {
    if (found.length >= limit) break;
    const level = ROMAN_LEVELS.get(match[1] ?? '') ?? Number(match[1]);
    const start = match.index;
    const end = start + match[0].length;
    found.push({ topic: 'diploma', start: end - (match[1]?.length ?? 0), end, value: diploma(level) });
  }
  return found.sort((a, b) => a.start - b.start);
}

function diploma(level: number, label?: string): NamedDiploma {
  return { level, label: label ?? LEVEL_LABELS.get(level) ?? '', named: label !== undefined };
}

function isDiploma(text: FoldedText, kind: SourceKind, start: number, end: number): boolean {
  const before = text.folded.slice(Math.max(0, start - 40), start);
  const after = text.folded.slice(end, end + 30);
  if (NOT_A_DIPLOMA_AFTER.test(after)) return false;
  const word = text.folded.slice(start, end);
  const beside = DIPLOMA_AFTER.test(after) || DIPLOMA_BEFORE.test(before);
  if (word === 'but' || word === 'bp') return isCapitals(text, start, end) && beside;
  if (word === 'cap' || word === 'bac') {
    return isCapitals(text, start, end) || (beside && !NOT_A_DIPLOMA_BEFORE.test(before));
  }
  // A CV lists its diplomas bare: «Master mathématiques, 2012».
  const listed = kind === 'profile' && /(?:^|[\n.,:;/-])\s*$/.test(before);
  return (beside || listed) && !NOT_A_DIPLOMA_BEFORE.test(before);
}
