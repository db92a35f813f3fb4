import type { Requirement } from './document';
import type { MatchEngine } from './engine';
import type { ItemKind, LabelledCode, MacroItem, SideStrength } from './explanation';
import { metierShares, probableMacros, type PreparedDocument } from './prepared-document';
import { valueAt } from './sparse-vector';

/**
 * The macro block, offer macro by offer macro: its own product with the profile's and its products with the neighbours that
 * the profile has. These sum to the block. Macros that are neither asked in words nor bring anything are left out.
 */
export function explainMacros(engine: MatchEngine, offer: PreparedDocument, profile: PreparedDocument): MacroItem[] {
  const strengthIn = { offer: strengths(engine, offer), profile: strengths(engine, profile) };
  return candidates(offer)
    .flatMap((macro): [MacroItem, weight: number][] => {
      const offered = strengthIn.offer(macro);
      if (offered === null) return [];
      const known = strengthIn.profile(macro);
      const { contribution, nearest } = parts(engine, offer, profile, macro);
      const kind = kindOf(offered, known, nearest !== null);
      if (kind === null) return [];
      const { code, label, kind: concept } = engine.spaces.referentiel.macros[macro]!;
      const requirement = offer.mentioned.get(macro)?.requirement;
      const item: MacroItem = {
        code,
        label,
        kind,
        concept,
        ...requirementField(requirement),
        offer: offered,
        profile: known,
        contribution,
        ...(kind === 'adjacent' ? { adjacentTo: nearest! } : {}),
      };
      return [[item, valueAt(offer.macros, macro)]];
    })
    .sort(([a, x], [b, y]) => b.contribution - a.contribution || y - x || (a.code < b.code ? -1 : 1))
    .map(([item]) => item);
}

/** Adds what the score would gain from each skill that is open. */
export function withPotentials(
  engine: MatchEngine,
  offer: PreparedDocument,
  profile: PreparedDocument,
  items: readonly MacroItem[],
  score: number,
): MacroItem[] {
  return items.map((item) =>
    OPEN_KINDS.has(item.kind) ? { ...item, potential: potential(engine, offer, profile, item.code, score) } : item,
  );
}

const OPEN_KINDS: ReadonlySet<ItemKind> = new Set<ItemKind>(['toVerify', 'adjacent', 'missing']);

/** Mentioned ones too where their weight was rounded to nothing: a missing skill is listed however common it is. */
function candidates(offer: PreparedDocument): number[] {
  return [...new Set([...offer.macros.dims, ...offer.mentioned.keys()])];
}

function kindOf(offer: SideStrength, profile: SideStrength | null, isCovered: boolean): ItemKind | null {
  if (profile === null) {
    if (isCovered) return 'adjacent';
    return offer.strength === 'mentionnée' ? 'missing' : null;
  }
  if (offer.strength === 'probable') return 'probable';
  return profile.strength === 'mentionnée' ? 'shared' : 'toVerify';
}

/** What one macro of the offer brings, and the neighbour on the profile's side that brings most of it. */
function parts(
  { spaces }: MatchEngine,
  offer: PreparedDocument,
  profile: PreparedDocument,
  macro: number,
): { contribution: number; nearest: LabelledCode | null } {
  const value = valueAt(offer.macros, macro);
  let sum = value * valueAt(profile.macros, macro);
  let most = 0;
  let nearest: LabelledCode | null = null;
  for (const { macro: other, coupling } of spaces.macroSpace.neighbours[macro]!) {
    const part = value * coupling * valueAt(profile.macros, other);
    sum += part;
    if (part <= most) continue;
    most = part;
    const { code, label } = spaces.referentiel.macros[other]!;
    nearest = { code, label };
  }
  return { contribution: spaces.weights.blocks.macro * sum, nearest };
}

/** How a document has a macro: by its words, else by its métiers, else not. */
function strengths(
  { spaces }: MatchEngine,
  { document, mentioned, macros }: PreparedDocument,
): (macro: number) => SideStrength | null {
  const shares = metierShares(document, spaces);
  const probables = probableMacros(shares, spaces);
  return (macro) => {
    const said = mentioned.get(macro);
    if (said !== undefined) {
      return { strength: 'mentionnée', confidence: said.confidence, evidence: said.evidence };
    }
    if (valueAt(macros, macro) === 0) return null;
    let most = 0;
    let fiche = 0;
    for (const [one, share] of shares) {
      const implied = share * (spaces.macroSpace.ficheMacros[one]!.get(macro) ?? 0);
      if (implied <= most) continue;
      most = implied;
      fiche = one;
    }
    const { code, label } = spaces.referentiel.fiches[fiche]!;
    return { strength: 'probable', confidence: probables.get(macro)!, evidence: [], impliedBy: { code, label } };
  };
}

/** The score again, as if the profile said this macro without any doubt, less the score as it is; never below 0. */
function potential(
  engine: MatchEngine,
  offer: PreparedDocument,
  profile: PreparedDocument,
  code: string,
  score: number,
): number {
  const said = { code, confidence: 1, evidence: [] };
  const improved = engine.prepare({ ...profile.document, macros: [...profile.document.macros, said] });
  return Math.max(0, engine.score(offer, improved)! - score);
}

function requirementField(requirement: Requirement | undefined): { requirement?: Requirement } {
  return requirement === undefined ? {} : { requirement };
}
