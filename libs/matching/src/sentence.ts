import type { ItemKind, MacroItem, MetierItem } from './explanation';
import { capitalized, countWord, enumerate, quoted } from './french';

/** From this on, two métiers are told to be near: in ROME 4.0, insurance adviser and bank adviser are at 0.31. */
const NEAR = 0.25;
const NAMED_SHARED = 3;
const NAMED_TO_VERIFY = 2;
/** Below this the reading is more likely wrong than right: shown in the list, not read aloud as something the offer asks. */
const CLEARLY_ASKED = 0.6;
/** Share of a skill that its neighbour must cover to be named beside it; below, the skill is simply absent. */
const NEARLY_COVERED = 0.25;

/** One or two sentences: what both texts say, or else why the pair is listed; then what to verify, what is missing. */
export function sentenceOf(items: readonly MacroItem[], metiers: readonly MetierItem[]): string {
  const open = gaps(items);
  return [common(items, metiers), ...(open === null ? [] : [open])].join(' ');
}

export function unscorableSentence(reasons: {
  readonly offer: string | null;
  readonly profile: string | null;
}): string {
  const sides = [
    ...(reasons.offer === null ? [] : [`pour l'offre, ${clause(reasons.offer)}`]),
    ...(reasons.profile === null ? [] : [`pour le profil, ${clause(reasons.profile)}`]),
  ];
  return `Il n'y a pas assez d'éléments pour comparer : ${sides.join(' ; ')}.`;
}

function common(items: readonly MacroItem[], metiers: readonly MetierItem[]): string {
  const shared = ofKind(items, 'shared');
  const proximity = proximityClause(metiers);
  if (shared.length === 0) {
    const none = "Aucune compétence n'est mentionnée à la fois dans l'offre et dans le profil";
    return proximity === null ? `${none}.` : `${none}, mais ${proximity}.`;
  }
  const count = countWord(shared.length);
  const verb = shared.length === 1 ? 'compétence est mentionnée' : 'compétences sont mentionnées';
  const labels = labelsOf(shared.slice(0, NAMED_SHARED));
  const named = shared.length > NAMED_SHARED ? `, dont ${labels}` : ` : ${labels}`;
  return `${capitalized(count)} ${verb} dans l'offre et dans le profil${named}.`;
}

function proximityClause(metiers: readonly MetierItem[]): string | null {
  const nearest = metiers[0];
  if (nearest === undefined || nearest.proximity < NEAR) return null;
  if (nearest.offer.code === nearest.profile.code) {
    return `les deux relèvent probablement du même métier, ${quoted(nearest.offer.label)}`;
  }
  return `leurs métiers probables, ${quoted(nearest.offer.label)} et ${quoted(nearest.profile.label)}, sont proches`;
}

/** Null where the offer leaves nothing open. */
function gaps(items: readonly MacroItem[]): string | null {
  const toVerify = mostWanted(ofKind(items, 'toVerify')).slice(0, NAMED_TO_VERIFY);
  const absent = mostWanted(items.filter(({ kind }) => kind === 'missing' || kind === 'adjacent'));
  const missing = absent.filter((item) => !isNearlyCovered(item)).slice(0, 1);
  const covered = absent.filter(isNearlyCovered).slice(0, 1);
  const clauses: string[] = [];
  if (toVerify.length > 0) {
    const [are, stay] = toVerify.length === 1 ? ["n'est que probable", 'reste'] : ['ne sont que probables', 'restent'];
    clauses.push(`${labelsWithRequirement(toVerify)} ${are}, d'après le métier du profil, et ${stay} à vérifier`);
  }
  for (const item of missing) clauses.push(`le profil ne dit rien de ${labelsWithRequirement([item])}`);
  for (const item of covered) {
    const neighbour = quoted(item.adjacentTo!.label);
    clauses.push(`le profil ne mentionne pas ${labelsWithRequirement([item])}, mais ${neighbour} s'en approche`);
  }
  return clauses.length === 0 ? null : `${capitalized(clauses.join(' ; '))}.`;
}

function isNearlyCovered({ kind, contribution, potential = 0 }: MacroItem): boolean {
  return kind === 'adjacent' && contribution >= NEARLY_COVERED * (contribution + potential);
}

/** Asked for in words; what the offer requires first, then what would gain most. */
function mostWanted(items: readonly MacroItem[]): MacroItem[] {
  const urgency = ({ requirement }: MacroItem): number =>
    requirement === 'exigé' ? 0 : requirement === undefined ? 1 : 2;
  return items
    .filter(({ offer }) => offer.strength === 'mentionnée' && offer.confidence >= CLEARLY_ASKED)
    .sort((a, b) => urgency(a) - urgency(b) || (b.potential ?? 0) - (a.potential ?? 0));
}

function labelsWithRequirement(items: readonly MacroItem[]): string {
  return enumerate(
    items.map(({ label, requirement }) => {
      // «compétence» is feminine: exigée, souhaitée.
      return requirement === undefined ? quoted(label) : `${quoted(label)} (${requirement}e)`;
    }),
  );
}

function labelsOf(items: readonly MacroItem[]): string {
  return enumerate(items.map(({ label }) => quoted(label)));
}

/** Skills before savoir-être, which say less about a job. */
function ofKind(items: readonly MacroItem[], kind: ItemKind): MacroItem[] {
  const all = items.filter((item) => item.kind === kind);
  return [
    ...all.filter(({ concept }) => concept === 'macroCompetence'),
    ...all.filter(({ concept }) => concept === 'savoirEtre'),
  ];
}

function clause(reason: string): string {
  return reason.charAt(0).toLocaleLowerCase('fr') + reason.slice(1).replace(/[.\s]+$/u, '');
}
