import type { MacroItem } from './explanation';
import { sentenceOf } from './sentence';

function asked(kind: 'missing' | 'adjacent', parts: Partial<MacroItem> = {}): MacroItem {
  return {
    code: kind,
    label: `Libellé ${kind}`,
    kind,
    concept: 'macroCompetence',
    offer: { strength: 'mentionnée', confidence: 0.9, evidence: [] },
    profile: null,
    contribution: 0,
    potential: 0.1,
    ...(kind === 'adjacent' ? { adjacentTo: { code: 'n', label: 'Voisine' } } : {}),
    ...parts,
  };
}

const gaps = (...items: MacroItem[]): string => sentenceOf(items, []).split('. ').slice(1).join('. ');

describe('what the sentence says of absent skills', () => {
  it('names the neighbour of a skill that it covers by a good part', () => {
    expect(gaps(asked('adjacent', { contribution: 0.05 }))).toBe(
      "Le profil ne mentionne pas « Libellé adjacent », mais « Voisine » s'en approche.",
    );
  });

  it('calls it absent where the neighbour covers next to nothing of it', () => {
    expect(gaps(asked('adjacent', { contribution: 0.005 }))).toBe('Le profil ne dit rien de « Libellé adjacent ».');
  });

  it('names one of each, what is required first', () => {
    const wished = asked('missing', { label: 'Souhaitée', requirement: 'souhaité', potential: 0.3 });
    const required = asked('missing', { label: 'Exigée', requirement: 'exigé' });
    expect(gaps(wished, required, asked('adjacent', { contribution: 0.2 }))).toBe(
      'Le profil ne dit rien de « Exigée » (exigée) ; ' +
        "le profil ne mentionne pas « Libellé adjacent », mais « Voisine » s'en approche.",
    );
  });

  it('does not read aloud what the offer is not likely to ask', () => {
    expect(gaps(asked('missing', { offer: { strength: 'mentionnée', confidence: 0.4, evidence: [] } }))).toBe('');
    expect(gaps(asked('missing', { offer: { strength: 'probable', confidence: 0.9, evidence: [] } }))).toBe('');
  });
});
