import { Normalizer } from './normalizer';
import type { SourceDocument } from './normalized-document';
import { BASELINES } from './parameters';
import { tinyKnowledge } from './testing/knowledge';

const EMPTY = { kind: 'profile', title: '', text: '' } as const;

describe('normalizer', () => {
  let normalizer: Normalizer;

  beforeAll(async () => {
    normalizer = new Normalizer(await tinyKnowledge(), BASELINES.withoutPrior);
  });

  const offer = (text: string, more: Partial<SourceDocument> = {}): SourceDocument => ({
    ...EMPTY,
    kind: 'offer',
    text,
    ...more,
  });

  it('links a clause to its concept, with the words, the macro and what the offer asks', async () => {
    const { mentions, macroCompetences } = await normalizer.normalize(offer('Vos missions :\n- Pétrir une pâte'));
    expect(mentions).toEqual([
      {
        field: 'text',
        start: 17,
        end: 32,
        text: 'Pétrir une pâte',
        code: '101',
        kind: 'savoirFaire',
        label: 'Pétrir une pâte',
        confidence: 1,
        macroCompetence: '100',
        requirement: null,
      },
    ]);
    expect(macroCompetences).toMatchObject([
      { code: '100', label: 'Fabriquer du pain', evidence: [{ field: 'text', start: 17, end: 32 }] },
    ]);
  });

  it('says in French why nothing can be matched', async () => {
    const result = await normalizer.normalize(EMPTY);
    expect(result).toMatchObject({ mentions: [], macroCompetences: [], savoirs: [], contextes: [] });
    expect(result.unscorable).toMatch(/^[A-ZÉ][^.]+\.$/);
  });

  it('guesses no métier where nothing speaks for any', async () => {
    expect((await normalizer.normalize(EMPTY)).metiers).toEqual([]);
    expect((await normalizer.normalize({ ...EMPTY, title: 'Boulangère' })).metiers[0]).toMatchObject({ code: 'D1' });
  });

  it('takes codes of the sender as certain, lifts them to their macro and passes over unknown ones', async () => {
    const skills = [
      { code: '101', requirement: 'exigé' as const },
      { code: '300' },
      { code: '400' },
      { code: 'nobody' },
    ];
    const { macroCompetences, savoirs, contextes, unscorable } = await normalizer.normalize(offer('', { skills }));
    expect(macroCompetences).toEqual([
      { code: '100', label: 'Fabriquer du pain', confidence: 1, requirement: 'exigé', evidence: [] },
    ]);
    expect(savoirs).toMatchObject([{ code: '300', confidence: 1 }]);
    expect(contextes).toMatchObject([{ code: '400', confidence: 1 }]);
    expect(unscorable).toBeNull();
  });

  it('keeps the words as evidence of what the sender coded too', async () => {
    const { macroCompetences } = await normalizer.normalize(offer('Pétrir une pâte', { skills: [{ code: '100' }] }));
    expect(macroCompetences).toMatchObject([{ code: '100', confidence: 1, evidence: [{ start: 0, end: 15 }] }]);
  });

  it('reads notes of structured fields without offsets', async () => {
    const { contextes, mentions } = await normalizer.normalize(offer('', { notes: ['Travail de nuit'] }));
    expect(contextes).toMatchObject([{ code: '400', evidence: [] }]);
    expect(mentions).toEqual([]);
  });

  it('believes a declared ROME code, and passes over an unknown one', async () => {
    const { metiers } = await normalizer.normalize(offer('Pétrir une pâte', { romeCodes: ['N1', 'Z9'] }));
    expect(metiers[0]).toMatchObject({ code: 'N1' });
    expect(metiers.reduce((sum, { score }) => sum + score, 0)).toBeLessThanOrEqual(1 + 1e-6);
  });

  it('gives the candidates of a span, best first, known to the text or not', async () => {
    const source = offer('Pétrir une pâte');
    const [known, foreign, nothing] = await normalizer.link(source, ['Pétrir une pâte', 'Conduire un camion', '']);
    expect(known![0]).toMatchObject({ code: '101' });
    expect(foreign![0]).toMatchObject({ code: '111' });
    for (const list of [known!, foreign!, nothing!]) {
      const confidences = list.map(({ confidence }) => confidence);
      expect(confidences).toEqual([...confidences].sort((a, b) => b - a));
    }
  });

  it('reads a text the same whatever was read before', async () => {
    const before = await normalizer.normalize(offer('Pétrir une pâte'));
    await normalizer.normalize(offer('Conduire un camion'));
    expect(await normalizer.normalize(offer('Pétrir une pâte'))).toEqual(before);
  });
});
