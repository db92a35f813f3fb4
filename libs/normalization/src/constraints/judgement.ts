import type { Requirement } from '../normalized-document';
import {
  AT_LEAST_AFTER,
  AT_LEAST_BEFORE,
  GIVEN_AFTER,
  GIVEN_BEFORE,
  OR_EXPERIENCE,
  REFUSED_AFTER,
  REFUSED_BEFORE,
  REQUIRED_AFTER,
  REQUIRED_BEFORE,
  UNHELD_AFTER,
  UNHELD_BEFORE,
  UNHELD_LATER,
  UNSPOKEN_AFTER,
  WISHED_AFTER,
  WISHED_BEFORE,
} from './cues';

export type SourceKind = 'offer' | 'profile';
export type Topic = 'licence' | 'language' | 'diploma' | 'certificate';

/** A place of the folded text that names a condition. */
export interface Finding<Value> {
  readonly topic: Topic;
  readonly start: number;
  readonly end: number;
  readonly value: Value;
}

/** `holds` false: the words say that it is not asked for, not held, or given rather than asked. */
export interface Judgement {
  readonly holds: boolean;
  readonly requirement: Requirement | null;
}

const REACH = 110;
const GAP_WORDS = 8;
const ITEM = '§';
const UNIT_END =
  /\n|[;!?]|\*\*\*|\/r\/n|(?<!\b(?:cat|niv|env|ex|min|max|dipl|c|e))\.(?=\s|$|[a-z]{4})|\s-\s(?!\s*(?:exig|oblig|souhait|indisp|imp|requis|apprec|perim|en cours|non\b))/;
const NEW_SUBJECT =
  /\b(?:vous|nous|votre|notre|poste|salaire|remuneration|horaires?|contrat|lieu|prise de poste|ce|cette|experiences? de|ans|avez|justifi\w*|dispos\w*|possed\w*)\b/;
const NOT_HELD: Judgement = { holds: false, requirement: null };

/**
 * Reads what the words around a finding say of it. `neighbours` are all findings of the same text in order, `index` its
 * place among them. Looks at most a hundred characters away, never past the sentence.
 */
export function judge(
  folded: string,
  neighbours: readonly Finding<unknown>[],
  index: number,
  kind: SourceKind,
): Judgement {
  const finding = neighbours[index];
  if (!finding) return NOT_HELD;
  const left = unitBefore(folded, finding.start);
  const right = unitAfter(folded, finding.end);
  return kind === 'offer'
    ? judgeOffer(left, right, finding, neighbours, index)
    : judgeProfile(left, right, finding, neighbours, index);
}

/** The text of the sentence before `start`, at most a hundred characters. */
export function unitBefore(folded: string, start: number): string {
  const reach = folded.slice(Math.max(0, start - REACH), start);
  let rest = reach;
  for (let cut = UNIT_END.exec(rest); cut; cut = UNIT_END.exec(rest)) rest = rest.slice(cut.index + cut[0].length);
  return rest;
}

/** The text of the sentence after `end`, at most a hundred characters. */
export function unitAfter(folded: string, end: number): string {
  const reach = folded.slice(end, end + REACH);
  const cut = UNIT_END.exec(reach);
  return cut ? reach.slice(0, cut.index) : reach;
}

function judgeProfile(
  left: string,
  right: string,
  finding: Finding<unknown>,
  neighbours: readonly Finding<unknown>[],
  index: number,
): Judgement {
  const previous = neighbours[index - 1];
  const next = neighbours[index + 1];
  const ownLeft = previous ? left.slice(-Math.max(0, finding.start - previous.end) || left.length) : left;
  const ownRight = next ? right.slice(0, Math.max(0, next.start - finding.end)) : right;
  const unheld =
    REFUSED_BEFORE.test(ownLeft) ||
    (finding.topic === 'language'
      ? UNSPOKEN_AFTER.test(ownRight)
      : UNHELD_BEFORE.test(ownLeft) || UNHELD_AFTER.test(ownRight) || UNHELD_LATER.test(ownRight));
  return { holds: !unheld, requirement: null };
}

function judgeOffer(
  left: string,
  right: string,
  finding: Finding<unknown>,
  neighbours: readonly Finding<unknown>[],
  index: number,
): Judgement {
  if (REFUSED_BEFORE.test(left)) {
    return /^.{0,20}s'abstenir/.test(right) ? { holds: true, requirement: 'exigé' } : NOT_HELD;
  }
  if (finding.topic !== 'language' && (GIVEN_BEFORE.test(left) || GIVEN_AFTER.test(right))) return NOT_HELD;
  const refused = REFUSED_AFTER.exec(right);
  if (refused) {
    return WISHED_AFTER.test(right.slice(refused[0].length)) ? { holds: true, requirement: 'souhaité' } : NOT_HELD;
  }
  const counted = finding.topic === 'diploma' || finding.topic === 'language';
  const shortRight = shown(right, finding.end, neighbours, index, 1);
  const shortLeft = shown(left, finding.start - left.length, neighbours, index, -1);
  const requirement = afterwards(shortRight, counted) ?? beforehand(shortLeft, counted);
  if (requirement === 'refused') return NOT_HELD;
  const avoidable = requirement === 'exigé' && finding.topic === 'diploma' && OR_EXPERIENCE.test(right);
  return { holds: true, requirement: avoidable ? 'souhaité' : requirement };
}

/** The words with every other finding shown as one sign, so that a list of conditions can share one cue. */
function shown(
  words: string,
  from: number,
  neighbours: readonly Finding<unknown>[],
  index: number,
  step: 1 | -1,
): string {
  const spans: { start: number; end: number }[] = [];
  for (let at = index + step; ; at += step) {
    const other = neighbours[at];
    if (!other || other.start >= from + words.length || other.end <= from) break;
    spans.push({ start: Math.max(0, other.start - from), end: Math.min(words.length, other.end - from) });
  }
  if (step < 0) spans.reverse();
  const parts: string[] = [];
  let done = 0;
  for (const span of spans) {
    if (span.start < done) continue;
    parts.push(words.slice(done, span.start), ITEM);
    done = span.end;
  }
  parts.push(words.slice(done));
  return parts.join('');
}

function afterwards(words: string, counted: boolean): Requirement | 'refused' | null {
  const plain = words.replace(/\([^()]{0,60}\)/g, ' ');
  for (const text of plain === words ? [words] : [plain, words]) {
    const required = REQUIRED_AFTER.exec(text);
    const least = counted ? AT_LEAST_AFTER.exec(text) : null;
    const wished = WISHED_AFTER.exec(text);
    const first = [required, least, wished]
      .filter((cue) => cue !== null)
      .sort((a, b) => a.index - b.index)
      .at(0);
    if (!first) continue;
    const gap = text.slice(0, first.index);
    if (!isShared(gap)) continue;
    if (first !== wished && /\b(?:pas|non|aucunement)\s+(?:\w+\s+)?$/.test(gap)) {
      return WISHED_AFTER.test(text.slice(first.index)) ? 'souhaité' : 'refused';
    }
    return first === wished ? 'souhaité' : 'exigé';
  }
  return null;
}

function beforehand(words: string, counted: boolean): Requirement | null {
  if (counted && AT_LEAST_BEFORE.test(words)) return 'exigé';
  const required = lastMatch(REQUIRED_BEFORE, words);
  const wished = lastMatch(WISHED_BEFORE, words);
  const last = (required?.end ?? -1) > (wished?.end ?? -1) ? required : wished;
  if (!last) return null;
  const gap = words.slice(last.end);
  const pieces = gap.split(',');
  const listed = pieces.slice(0, -1).every((piece) => piece.includes(ITEM));
  if (!last.text.endsWith(':') && (!listed || wordCount(gap) > GAP_WORDS)) return null;
  // In «permis B exigé, CACES souhaité» the cue belongs to what stands before it.
  if (REQUIRED_AFTER.test(gap) || WISHED_AFTER.test(gap)) return null;
  return last === required ? 'exigé' : 'souhaité';
}

function isShared(gap: string): boolean {
  const pieces = gap.split(',');
  const own = pieces.length === 1 || (pieces.at(-1) ?? '').includes(ITEM) || (pieces.at(-1) ?? '').trim() === '';
  return own && wordCount(gap) <= GAP_WORDS && !NEW_SUBJECT.test(gap);
}

function wordCount(words: string): number {
  return words.match(/[a-z0-9]+/g)?.length ?? 0;
}

function lastMatch(pattern: RegExp, words: string): { text: string; end: number } | null {
  let found: { text: string; end: number } | null = null;
  for (const match of words.matchAll(new RegExp(pattern.source, 'g'))) {
    found = { text: match[0], end: match.index + match[0].length };
  }
  return found;
}
