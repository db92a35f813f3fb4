import type { DocumentKind, EventOf } from '@passerelle/contracts';
import type { Matcher } from '@passerelle/matcher';
import { highlight, type Highlight } from '../terminal/highlight';
import type { Format, Style } from '../terminal/style';
import { table } from '../terminal/table';
import { decimal } from './french';

/** An explanation in which every span carries its words, as the service gives it. */
export type QuotedExplanation = Awaited<ReturnType<Matcher['matches']['explain']>>;

export type DocumentEvent = EventOf[DocumentKind];

type Span = QuotedExplanation['savoirs'][number]['offerEvidence'][number];
type Item = QuotedExplanation['items'][number];

/** One line of the table, and what it brings out in the texts. */
interface Line {
  readonly heading: string;
  readonly label: string;
  readonly requirement: string;
  readonly offer: string;
  readonly profile: string;
  readonly contribution: number;
  readonly format: Format;
  readonly offerSpans: readonly Span[];
  readonly profileSpans: readonly Span[];
}

const HEADINGS: Readonly<Record<Item['kind'], { readonly heading: string; readonly format: Format }>> = {
  shared: { heading: 'en commun', format: 'green' },
  toVerify: { heading: 'à vérifier', format: 'yellow' },
  adjacent: { heading: 'proche', format: 'cyan' },
  missing: { heading: 'manque', format: 'red' },
  probable: { heading: 'probable', format: 'grey' },
};
const CLASH = { heading: 'contraire', format: 'red' } as const;
const ORDER = [...Object.values(HEADINGS), CLASH].map(({ heading }) => heading);
/** Those that no word proves are told in one line: they are many, and each is weak. */
const IMPLIED_NAMED = 6;
const WIDTHS = [3, 11, 38, 9, 32, 32, 6];

/** Why a pair has its score, line by line, then both texts with the words that prove it. */
export function explanation(
  explained: QuotedExplanation,
  { offer, profile }: { readonly offer: DocumentEvent; readonly profile: DocumentEvent },
  style: Style,
): string {
  const lines = linesOf(explained);
  const implied = explained.items.filter(isImplied);
  const rows = lines.map(({ heading, label, requirement, contribution, format, ...line }, index) => [
    index + 1,
    style(format, heading),
    label,
    requirement,
    line.offer,
    line.profile,
    decimal(contribution, 3),
  ]);
  return [
    style('bold', `${offer.title || offer.id}  ↔  ${profile.title || profile.id}`),
    `${offer.id} ↔ ${profile.id}   score ${explained.score === null ? '–' : decimal(explained.score, 3)}`,
    explained.sentence,
    '',
    ...(rows.length === 0
      ? []
      : [table(['', '', 'compétence', 'demande', "l'offre", 'le profil', 'part'], rows, { widths: WIDTHS })]),
    ...impliedLine(implied),
    ...metierLines(explained),
    ...explained.vetoes.map(({ status, reason }) =>
      style(
        status === 'incompatible' ? 'red' : 'yellow',
        `${status === 'incompatible' ? 'Obstacle' : 'À vérifier'} (hors score) : ${reason}`,
      ),
    ),
    '',
    side("L'offre", offer, lines, ({ offerSpans }) => offerSpans, style),
    '',
    side('Le profil', profile, lines, ({ profileSpans }) => profileSpans, style),
  ].join('\n');
}

/** Nobody says it in words: both sides have it from their métiers alone. */
function isImplied({ kind, offer, profile }: Item): boolean {
  return kind === 'probable' && offer.strength === 'probable' && profile?.strength !== 'mentionnée';
}

function linesOf({ items, savoirs, contextes }: QuotedExplanation): Line[] {
  const macros = items
    .filter((item) => !isImplied(item))
    .map((item): Line => ({
      ...HEADINGS[item.kind],
      label: item.label,
      requirement: item.requirement ?? '–',
      offer: said(item.offer),
      profile: item.adjacentTo && item.profile === null ? `a : ${item.adjacentTo.label}` : said(item.profile),
      contribution: item.contribution,
      offerSpans: item.offer.evidence,
      profileSpans: item.profile?.evidence ?? [],
    }));
  const known = savoirs.map((item): Line => ({
    ...HEADINGS[item.kind],
    label: item.label,
    requirement: item.requirement ?? '–',
    offer: quote(item.offerEvidence),
    profile: quote(item.profileEvidence),
    contribution: item.contribution,
    offerSpans: item.offerEvidence,
    profileSpans: item.profileEvidence,
  }));
  const surroundings = contextes.map(({ kind, offer, profile, contribution }): Line => ({
    ...(kind === 'agree' ? HEADINGS.shared : CLASH),
    label: offer.code === profile.code ? offer.label : `${offer.label} / ${profile.label}`,
    requirement: '–',
    offer: quote(offer.evidence),
    profile: quote(profile.evidence),
    contribution,
    offerSpans: offer.evidence,
    profileSpans: profile.evidence,
  }));
  const lines = [...macros, ...known, ...surroundings];
  return lines.sort((a, b) => ORDER.indexOf(a.heading) - ORDER.indexOf(b.heading));
}

function said(side: Item['profile']): string {
  if (side === null) return '–';
  if (side.strength === 'probable') return `probable${side.impliedBy ? ` (${side.impliedBy.label})` : ''}`;
  return quote(side.evidence);
}

/** The most convincing words; the others stand in the text below. */
function quote([first]: readonly Span[]): string {
  return first ? `« ${first.words.replace(/\s+/gu, ' ')} »` : '–';
}

function impliedLine(implied: readonly Item[]): string[] {
  if (implied.length === 0) return [];
  const sum = implied.reduce((total, { contribution }) => total + contribution, 0);
  const names = implied.slice(0, IMPLIED_NAMED).map(({ label }) => label);
  const more = implied.length > names.length ? ` et ${implied.length - names.length} autres` : '';
  return [`Probables des deux côtés, par les métiers : ${names.join(' ; ')}${more} (part ${decimal(sum, 3)})`];
}

function metierLines({ metiers }: QuotedExplanation): string[] {
  const sum = metiers.reduce((total, { contribution }) => total + contribution, 0);
  return metiers.slice(0, 1).map(({ offer, profile }) => {
    const pair = offer.code === profile.code ? offer.label : `${offer.label} / ${profile.label}`;
    return `Métiers proches : ${pair}${metiers.length > 1 ? ` et ${metiers.length - 1} autres paires` : ''} (part ${decimal(sum, 3)})`;
  });
}

function side(
  heading: string,
  event: DocumentEvent,
  lines: readonly Line[],
  spansOf: (line: Line) => readonly Span[],
  style: Style,
): string {
  const spans = (field: Span['field']): Highlight[] =>
    lines.flatMap((line, index) =>
      spansOf(line)
        .filter((span) => span.field === field)
        .map(({ start, end }) => ({ start, end, mark: index + 1, format: ['bold', line.format] as Format })),
    );
  const title = event.title === '' ? '' : ` : ${highlight(event.title, spans('title'), style)}`;
  return `${style('underline', heading)}${title}\n${highlight(event.text, spans('text'), style)}`;
}
