import type { Mention, NormalizedDocument } from '@passerelle/normalization';
import type { Referentiel } from '@passerelle/rome';
import { highlight, type Highlight } from '../terminal/highlight';
import type { Format, Style } from '../terminal/style';
import { table } from '../terminal/table';
import { decimal } from './french';

const COLOURS: Readonly<Record<Mention['kind'], Format>> = {
  macroCompetence: 'green',
  savoirFaire: 'green',
  savoirEtre: 'magenta',
  savoir: 'cyan',
  contexte: 'yellow',
};

/** What was read in a text: a table of mentions, the métiers, and the text with the words that say them. */
export function reading(
  source: { readonly title: string; readonly text: string },
  normalized: NormalizedDocument,
  rome: Referentiel,
  style: Style,
): string {
  const { mentions, metiers, unscorable } = normalized;
  const conditions = conditionsOf(normalized.constraints);
  const rows = mentions.map(({ text, label, kind, macroCompetence, confidence, requirement }, index) => [
    index + 1,
    style(COLOURS[kind], flat(text)),
    label,
    macroCompetence === null ? '–' : rome.concept(macroCompetence).label,
    decimal(confidence, 2),
    requirement ?? '–',
  ]);
  const spans = (field: 'title' | 'text'): Highlight[] =>
    mentions.flatMap((mention, index) =>
      mention.field === field
        ? [{ ...mention, mark: index + 1, format: ['bold', COLOURS[mention.kind]] as Format }]
        : [],
    );
  return [
    ...(rows.length > 0
      ? [
          table(['', 'mention', 'concept', 'macro-compétence', 'confiance', 'demande'], rows, {
            widths: [3, 30, 34, 34, 9, 9],
          }),
        ]
      : ['Aucune compétence lue dans ce texte.']),
    `Métiers : ${metiers.map(({ code, label, score }) => `${label} (${code}, ${decimal(score, 2)})`).join(' ; ') || '–'}`,
    ...(conditions.length === 0 ? [] : [`Conditions : ${conditions.join(' ; ')}`]),
    ...(unscorable === null ? [] : [`Ne peut pas être apparié : ${unscorable}`]),
    '',
    ...(source.title === '' ? [] : [style('bold', highlight(source.title, spans('title'), style)), '']),
    highlight(source.text, spans('text'), style),
  ].join('\n');
}

function flat(text: string): string {
  return text.replace(/\s+/gu, ' ');
}

function conditionsOf({
  drivingLicences,
  languages,
  diplomas,
  certificates,
}: NormalizedDocument['constraints']): string[] {
  const one = (what: string, requirement: string | null): string =>
    what + (requirement === null ? '' : ` (${requirement})`);
  return [
    ...drivingLicences.map(({ code, requirement }) => one(`permis ${code}`, requirement)),
    ...languages.map(({ code, level, requirement }) => one(`langue ${code} ${level ?? ''}`.trim(), requirement)),
    ...diplomas.map(({ label, requirement }) => one(label, requirement)),
    ...certificates.map(({ label, requirement }) => one(label, requirement)),
  ];
}
