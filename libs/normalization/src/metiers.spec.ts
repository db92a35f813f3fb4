import { type DocumentClues, type FicheClues, MetierGuesser, type MetierParameters } from './metiers';
import { tinyKnowledge } from './testing/knowledge';
import { WORD_MODEL } from './testing/word-model';

const PARAMETERS: MetierParameters = { title: 5, titleWords: 3, items: 4, names: 4, evidence: 4 };
const [BAKER, DRIVER] = [0, 1];

describe('métiers', () => {
  let guesser: MetierGuesser;
  let clues: (title: string | null, text: string, concepts?: readonly [number, number][]) => Promise<FicheClues[]>;

  beforeAll(async () => {
    const { rome, concepts, metiers } = await tinyKnowledge();
    guesser = new MetierGuesser(rome, PARAMETERS, concepts, metiers);
    clues = async (title, text, found = []) => {
      const of: DocumentClues = {
        title: title === null ? null : metiers.search(title, await WORD_MODEL.encode([title])),
        whole: await WORD_MODEL.encode([text]),
        concepts: new Map(found),
      };
      return guesser.clues(of);
    };
  });

  it.each([
    ['its title', 'Conductrice', '', []],
    ['its words', null, 'conduire un camion', []],
    ['the concepts that it calls up', null, '', [[3, 0.9]]],
  ] as const)('are guessed from %s', async (_, title, text, concepts) => {
    const [best, second] = guesser.guess(
      await clues(
        title,
        text,
        concepts.map(([a, b]) => [a, b]),
      ),
    );
    expect(best!.fiche).toBe(DRIVER);
    expect(best!.belief).toBeGreaterThan(second!.belief);
  });

  it('share out a belief of 1', async () => {
    const beliefs = guesser.guess(await clues('Boulanger', 'pétrir une pâte'));
    expect(beliefs[0]!.fiche).toBe(BAKER);
    expect(beliefs.reduce((sum, { belief }) => sum + belief, 0)).toBeCloseTo(1, 12);
  });

  it('take the masculine and the feminine of a title alike', async () => {
    const [boulanger] = guesser.guess(await clues('Boulanger', ''));
    const [boulangere] = guesser.guess(await clues('Boulangère', ''));
    expect(boulangere).toEqual(boulanger);
  });

  it('are not judged by concepts that are hardly said', async () => {
    const faint = await clues(null, '', [[3, 0.3]]);
    expect(faint.map(({ evidence }) => evidence)).toEqual([0, 0, 0]);
    const clear = await clues(null, '', [[3, 0.9]]);
    expect(clear.map(({ evidence }) => evidence)).toEqual([0, 1, 0]);
  });

  it('spread their belief over the items of their fiches, principale ones most', () => {
    const prior = guesser.prior([
      { fiche: BAKER, belief: 0.75 },
      { fiche: DRIVER, belief: 0.25 },
    ]);
    expect(prior.get(5)).toBeCloseTo(0.75);
    expect(prior.get(6)).toBeCloseTo(1);
    expect(prior.get(1)).toBeGreaterThan(0.75);
    expect(prior.has(0)).toBe(false);
  });
});
