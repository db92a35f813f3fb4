import { WEIGHTS } from './testing/documents';
import { InvalidWeightsError, parseWeights, type MatchWeights } from './weights';

function problemsOf(input: unknown): readonly string[] {
  try {
    parseWeights(input);
  } catch (error) {
    if (error instanceof InvalidWeightsError) return error.problems;
  }
  return [];
}

describe('weights', () => {
  it('accept the file that ships, as it is', () => {
    expect(parseWeights(WEIGHTS)).toStrictEqual(WEIGHTS);
  });

  it('are a copy that later changes of the input do not reach', () => {
    const input = structuredClone(WEIGHTS) as { blocks: { macro: number } };
    const parsed = parseWeights(input);
    input.blocks.macro = 0;
    expect(parsed).toStrictEqual(WEIGHTS);
  });

  it('name every missing, unknown and out-of-range field at once', () => {
    const rest: Partial<MatchWeights> = { ...WEIGHTS };
    delete (rest as { rarityFloor?: number }).rarityFloor;
    const input = {
      ...rest,
      version: '',
      lambda: 0.3,
      fiche: 3,
      macro: { ...WEIGHTS.macro, souhaite: 1.5, neighbours: 2.5, probable: 'high' },
    };
    expect(problemsOf(input)).toStrictEqual([
      'version: a non-empty string was expected',
      'lambda: unknown field',
      'macro.souhaite: a number from 0 to 1 was expected, not 1.5',
      'macro.probable: a number from 0 to 1 was expected, not string',
      'macro.neighbours: a whole number from 1 to 20 was expected, not 2.5',
      'fiche: an object was expected, not number',
      'rarityFloor: a number from 0 to 1 was expected, not nothing',
    ]);
  });

  it('must share out the whole score', () => {
    const blocks = { ...WEIGHTS.blocks, macro: WEIGHTS.blocks.macro + 0.1 };
    expect(problemsOf({ ...WEIGHTS, blocks })).toStrictEqual([expect.stringMatching(/^blocks: must sum to 1/)]);
  });

  it('must keep the soft cosine within 1', () => {
    const macro = { ...WEIGHTS.macro, adjacency: 0.3, neighbours: 4 };
    expect(problemsOf({ ...WEIGHTS, macro })).toStrictEqual([expect.stringMatching(/^macro.adjacency: times/)]);
  });

  it.each([null, undefined, [], 'x'])('refuse %p', (input) => {
    expect(problemsOf(input)).toHaveLength(1);
  });
});
