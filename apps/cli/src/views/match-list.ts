import type { MatchesEvent, NamedMacroCompetence } from '@passerelle/contracts';
import type { Style } from '../terminal/style';
import { table } from '../terminal/table';
import type { DocumentEvent } from './explanation';
import { decimal } from './french';

const NAMED = 3;
const OBSTACLES = 2;
const WIDTHS = [26, 5, 34, 34, 34];
const TITLE_LENGTH = 60;

/** The head of a published match list, as a table. */
export function matchList(
  { kind, id, entries, unscorable }: Pick<MatchesEvent, 'kind' | 'id' | 'entries' | 'unscorable'>,
  count: number,
  events: ReadonlyMap<string, DocumentEvent>,
  style: Style,
): string {
  const heading = style('bold', `${kind === 'offer' ? 'Offre' : 'Profil'} ${named(events.get(id), id)}`);
  if (unscorable !== null) return `${heading}\n${unscorable}`;
  const rows = entries
    .slice(0, count)
    .map((entry) => [
      named(events.get(entry.id), entry.id),
      decimal(entry.score, 2),
      style('green', several(entry.shared)),
      style('red', several(entry.missing)),
      style('yellow', [several(entry.toVerify), ...obstacles(entry.vetoes)].filter((line) => line !== '').join('\n')),
    ]);
  const other = kind === 'offer' ? 'profil' : 'offre';
  return `${heading}\n${table([other, 'score', 'en commun', 'manque', 'à vérifier'], rows, { widths: WIDTHS, ruled: true })}`;
}

/** Id and title; the first words where a document has no title. */
function named(event: DocumentEvent | undefined, id: string): string {
  const words = event === undefined ? '' : event.title || event.text.replace(/\s+/gu, ' ');
  return `${id} ${words.length > TITLE_LENGTH ? `${words.slice(0, TITLE_LENGTH)}…` : words}`.trim();
}

function several(macros: readonly NamedMacroCompetence[]): string {
  const more = macros.length > NAMED ? [`  + ${macros.length - NAMED}`] : [];
  return [...macros.slice(0, NAMED).map(({ label }) => `• ${label}`), ...more].join('\n');
}

function obstacles(reasons: readonly string[]): string[] {
  const more = reasons.length > OBSTACLES ? [`  + ${reasons.length - OBSTACLES}`] : [];
  return [...reasons.slice(0, OBSTACLES).map((reason) => `! ${reason}`), ...more];
}
