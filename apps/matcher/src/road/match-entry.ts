import type { DocumentKind, MatchEntry, NamedMacroCompetence } from '@passerelle/contracts';
import type { Explanation, ItemKind, Match, MatchIndex } from '@passerelle/matching';

/** Macro-compétences named under each heading of a short explanation, at most; the full explanation has all. */
const NAMED = 10;

/**
 * The matches of one document, each with its explanation in short.
 * @param known Entries made before whose pair has not changed since.
 */
export function matchEntries(
  index: MatchIndex,
  { kind, id }: { readonly kind: DocumentKind; readonly id: string },
  matches: readonly Match[],
  known: ReadonlyMap<string, MatchEntry> = new Map(),
): MatchEntry[] {
  return matches.map((match, position) => {
    const before = known.get(match.id);
    if (before !== undefined) return { ...before, score: match.score, rank: position + 1 };
    const outline = kind === 'offer' ? index.outline(id, match.id) : index.outline(match.id, id);
    return { id: match.id, score: match.score, rank: position + 1, ...inShort(outline) };
  });
}

function inShort({ items, vetoes }: Pick<Explanation, 'items' | 'vetoes'>): Omit<MatchEntry, 'id' | 'score' | 'rank'> {
  const named = (kind: ItemKind): NamedMacroCompetence[] =>
    items
      .filter((item) => item.kind === kind)
      .slice(0, NAMED)
      .map(({ code, label }) => ({ code, label }));
  return {
    shared: named('shared'),
    missing: named('missing'),
    toVerify: named('toVerify'),
    adjacent: named('adjacent'),
    vetoes: vetoes.map(({ reason }) => reason),
  };
}
