/** Symbols of NF C 18-510 and, for vehicles, NF C 18-550. */
const SYMBOL = /(?<![a-z0-9])(?:[bh][012]v[lt]?|[bh][012]|b[rsce]l?|h[ce]l?)(?![a-z0-9])/g;
const CLEAR_SYMBOL = /^[bh][012]v[lt]?$/;
const LINKS = /^[\s,./&+():*-]*(?:(?:et|ou|niveaux?|de|type|a|minimum|:|symboles?)\b[\s,./&+():*-]*)*$/;
const REACH = 90;

interface Reading {
  readonly key: string;
  readonly label: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Reads «habilitations électriques B1V, BR et BC» from its first word. «habilitation» counts only when «électrique» or a
 * symbol follows at once; a symbol alone only when it ends in V and so cannot be a language level.
 */
export function electricalKeys(folded: string, start: number, head: string): Reading[] {
  const alone = CLEAR_SYMBOL.test(head);
  const from = alone ? start : start + head.length;
  const reach = folded.slice(from, from + REACH);
  const readings: Reading[] = [];
  let at = 0;
  for (const match of reach.matchAll(SYMBOL)) {
    if (!LINKS.test(reach.slice(at, match.index)) && !(at === 0 && isQualifier(reach.slice(0, match.index)))) break;
    at = match.index + match[0].length;
    readings.push({
      key: `habilitation-electrique-${match[0]}`,
      label: `Habilitation électrique ${match[0].toUpperCase()}`,
      start: readings.length === 0 ? start : from + match.index,
      end: from + at,
    });
  }
  if (readings.length > 0 || !/electri/.test(head)) return readings;
  return [{ key: 'habilitation-electrique', label: 'Habilitation électrique', start, end: start + head.length }];
}

/** Words between «habilitation électrique» and its symbols that do not end the thought. */
function isQualifier(words: string): boolean {
  return (
    words.length < 40 &&
    !/[.;\n!?]/.test(words) &&
    /\b(?:basse tension|bt|ht|requis\w*|souhait\w*|exige\w*|type|niveau|electri\w*)\b/.test(words)
  );
}
