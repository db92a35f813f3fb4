import { CERTIFICATES, GRADED } from './certificate-tables';
import { cacesKeys, cacesLabel, type CacesReading } from './caces';
import { electricalKeys } from './electrical';
import type { FoldedText } from './folded-text';
import type { Finding, SourceKind } from './judgement';
import { WISHED_AFTER, REQUIRED_AFTER } from './cues';

export interface NamedCertificate {
  readonly key: string;
  readonly label: string;
}

const FIXED = new RegExp(
  `(?<![a-z0-9])(?:${CERTIFICATES.map(({ pattern }) => `(${pattern})`).join('|')})(?![a-z0-9])`,
  'g',
);
const GRADE = new RegExp(
  `\\b(${[...GRADED.keys()].join('|')})s?((?:[ ,/&-]|et|ou|niveaux?|n°)*(?:[123]\\b(?:[ ,/&+-]|et|ou)*)*)`,
  'g',
);
const CACES_HEAD = /\bcaces\b|\br\s?\.?\s?(?:372|377|383|386|389|390|423|48[2-79]|490)\b/g;
const ELECTRICAL_HEAD = /\bhabilit\w{1,8}(?:\s+electri\w{1,8})?\b|\b[bh][012]v[lt]?\b/g;
const TITLE =
  /\b(titre pro(?:fessionnel)?|cqpm?i?)\b((?: +(?:d'|de |du |des |en |technique |: )?[a-z][a-z'-]{1,30}){1,5})/g;
const TITLE_STOP =
  /\s+(?:vous|ou|avec|sur|dans|niveau|vers|est|certifie|pour|afin|permet|une?|recherche|exige|souhaite|obligatoire|indispensable|obtenu|valide|depuis|par|non|au|aux|et)\b.*$/;
const TITLE_LEAD = /^\s*(?:d'|de |du |des |en |technique |: )*/;
const AMBIGUOUS_BEFORE =
  /\b(?:titulaires?|formations?|formee?s?|certificat\w*|certifie\w*|habilit\w*|permis|caces|carte|brevet|diplome|fimo|fco|aipr|attestation|ssiap)\b[^.;\n]{0,25}$/;
const SECURITY = /\b(?:ssiap|cnaps|agents? de securite|agents? de surveillance|rondier|aps\b)/;

/** Certificates and habilitations, one finding for each key. */
export function findCertificates(text: FoldedText, kind: SourceKind, limit: number): Finding<NamedCertificate>[] {
  const found: Finding<NamedCertificate>[] = [];
  const add = (start: number, end: number, key: string, label: string): void => {
    if (found.length < limit) found.push({ topic: 'certificate', start, end, value: { key, label } });
  };
  findFixed(text, kind, limit, add);
  findGraded(text.folded, limit, add);
  findCaces(text, limit, add);
  findElectrical(text, limit, add);
  findTitles(text.folded, limit, add);
  return found.sort((a, b) => a.start - b.start || a.end - b.end);
}

type Add = (start: number, end: number, key: string, label: string) => void;

function findFixed(text: FoldedText, kind: SourceKind, limit: number, add: Add): void {
  const security = SECURITY.test(text.folded);
  let count = 0;
  for (const match of text.folded.matchAll(FIXED)) {
    if (count++ >= limit) return;
    const entry = CERTIFICATES[(match.slice(1) as (string | undefined)[]).findIndex((group) => group !== undefined)];
    const end = match.index + match[0].length;
    if (!entry || (kind === 'offer' && entry.ambiguous && !isAsked(text.folded, match.index, end))) continue;
    const isSecurity = security && entry.key === 'carte-professionnelle';
    add(
      match.index,
      end,
      isSecurity ? 'carte-professionnelle-securite' : entry.key,
      isSecurity ? 'Carte professionnelle de sécurité (CNAPS)' : entry.label,
    );
  }
}

function isAsked(folded: string, start: number, end: number): boolean {
  const after = folded.slice(end, end + 30);
  const near = AMBIGUOUS_BEFORE.test(folded.slice(Math.max(0, start - 40), start));
  return near || WISHED_AFTER.test(after) || REQUIRED_AFTER.test(after);
}

function findGraded(folded: string, limit: number, add: Add): void {
  let count = 0;
  for (const match of folded.matchAll(GRADE)) {
    if (count++ >= limit) return;
    const name = match[1] ?? '';
    const tail = match[2] ?? '';
    const grades = [...tail.matchAll(/[123]/g)];
    const label = GRADED.get(name) ?? name;
    if (grades.length === 0) add(match.index, match.index + name.length, name, label);
    const from = match.index + match[0].length - tail.length;
    for (const grade of grades) {
      add(
        grade === grades[0] ? match.index : from + grade.index,
        from + grade.index + 1,
        `${name}-${grade[0]}`,
        `${label} ${grade[0]}`,
      );
    }
  }
}

function findCaces(text: FoldedText, limit: number, add: Add): void {
  let last = -1;
  let count = 0;
  for (const match of text.folded.matchAll(CACES_HEAD)) {
    if (count++ >= limit) return;
    // «B1, C1 (anciennement CACES 2 et 4)» says the same thing twice.
    const again = /\b(?:anciennement|anciens?|ex)\W{0,3}$/.test(
      text.folded.slice(Math.max(0, match.index - 18), match.index),
    );
    if (match.index < last || again) continue;
    const reading: CacesReading = cacesKeys(text, match.index);
    last = reading.end;
    reading.keys.forEach(({ key, start, end }) => {
      add(start, end, key, cacesLabel(key));
    });
  }
}

function findElectrical(text: FoldedText, limit: number, add: Add): void {
  let last = -1;
  let count = 0;
  for (const match of text.folded.matchAll(ELECTRICAL_HEAD)) {
    if (count++ >= limit) return;
    if (match.index < last) continue;
    for (const reading of electricalKeys(text.folded, match.index, match[0])) {
      add(reading.start, reading.end, reading.key, reading.label);
      last = reading.end;
    }
  }
}

function findTitles(folded: string, limit: number, add: Add): void {
  let count = 0;
  for (const match of folded.matchAll(TITLE)) {
    if (count++ >= limit) return;
    const words = ` ${(match[2] ?? '').trim()} `.replace(TITLE_STOP, '').replace(TITLE_LEAD, '').trim();
    if (words.length < 3) continue;
    const family = match[1]?.startsWith('titre') ? 'Titre professionnel' : 'CQP';
    add(match.index, match.index + match[0].length, slug(`${family} ${words}`), `${family} ${words}`);
  }
}

/** Lower-case letters and figures, joined by hyphens. */
export function slug(label: string): string {
  return label
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
