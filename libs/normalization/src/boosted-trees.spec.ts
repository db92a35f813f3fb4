import { BoostedTrees, type BoostedTreesFile, FeatureMismatchError } from './boosted-trees';

/** x <= 1 gives -1; else y <= 5 gives 0.5, else 2. */
const SPLITS = { feature: [0, 1], threshold: [1, 5], left: [-1, -2], right: [1, -3], leaf: [-1, 0.5, 2] };
const CONSTANT = { feature: [], threshold: [], left: [], right: [], leaf: [0.25] };
/** y <= 0 gives 10, else 20. */
const SECOND = { feature: [1], threshold: [0], left: [-1], right: [-2], leaf: [10, 20] };

function trees(list: BoostedTreesFile['trees'], calibration = { slope: 1, intercept: 0 }): BoostedTrees {
  return new BoostedTrees({ features: ['x', 'y'], trees: list, calibration }, ['x', 'y']);
}

const sumOf = (probability: number): number => Math.log(probability / (1 - probability));
const sum = (of: BoostedTrees, x: number, y: number): number => sumOf(of.probability(Float64Array.of(x, y)));

describe('boosted trees', () => {
  it.each([
    [0, 9, -1],
    [1, 9, -1],
    [1.5, 5, 0.5],
    [1.5, 5.1, 2],
  ])('sends x=%d, y=%d to the leaf %d, the threshold itself to the left', (x, y, leaf) => {
    expect(sum(trees([SPLITS]), x, y)).toBeCloseTo(leaf, 12);
  });

  it('adds the trees, one that never splits among them', () => {
    expect(sum(trees([SPLITS, CONSTANT, SECOND]), 0, 1)).toBeCloseTo(-1 + 0.25 + 20, 6);
    expect(sum(trees([CONSTANT, SPLITS]), 2, 6)).toBeCloseTo(0.25 + 2, 12);
    expect(sum(trees([CONSTANT]), 0, 0)).toBeCloseTo(0.25, 12);
  });

  it('calibrates the sum, and says one half without any tree', () => {
    expect(sum(trees([CONSTANT], { slope: 4, intercept: -3 }), 0, 0)).toBeCloseTo(4 * 0.25 - 3, 12);
    expect(trees([]).probability(Float64Array.of(0, 0))).toBe(0.5);
  });

  it('refuses trees of other features, naming both', () => {
    const file = { features: ['x', 'z'], trees: [], calibration: { slope: 1, intercept: 0 } };
    const open = (): BoostedTrees => new BoostedTrees(file, ['x', 'y']);
    expect(open).toThrow(FeatureMismatchError);
    expect(open).toThrow('expected features x, y; the file has x, z');
    expect(() => new BoostedTrees({ ...file, features: ['y', 'x'] }, ['x', 'y'])).toThrow(FeatureMismatchError);
  });
});
