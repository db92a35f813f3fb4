/** One regression tree in arrays: node i splits on `feature[i] <= threshold[i]` to `left[i]`, else `right[i]`; a negative child -k-1 is leaf k. */
interface Tree {
  readonly feature: readonly number[];
  readonly threshold: readonly number[];
  readonly left: readonly number[];
  readonly right: readonly number[];
  readonly leaf: readonly number[];
}

/** What the training writes: gradient-boosted trees for a binary outcome, and the calibration of their probability. */
export interface BoostedTreesFile {
  /** Names of the inputs, in order; must equal those that the code computes. */
  readonly features: readonly string[];
  readonly trees: readonly Tree[];
  /** Probability = 1 / (1 + exp(-(slope × sum + intercept))), fitted out of fold (Platt 1999). */
  readonly calibration: { readonly slope: number; readonly intercept: number };
}

/** The trees were trained on other inputs than the code computes. */
export class FeatureMismatchError extends Error {
  override readonly name = 'FeatureMismatchError';
}

/** Evaluates gradient-boosted trees (Friedman 2001) trained by LightGBM. */
export class BoostedTrees {
  private readonly feature: Int32Array;
  private readonly threshold: Float64Array;
  private readonly left: Int32Array;
  private readonly right: Int32Array;
  private readonly leaf: Float64Array;
  private readonly roots: Int32Array;
  private readonly slope: number;
  private readonly intercept: number;

  /** @throws FeatureMismatchError when the file was trained on other features. */
  constructor(file: BoostedTreesFile, features: readonly string[]) {
    if (file.features.join() !== features.join()) {
      throw new FeatureMismatchError(
        `expected features ${features.join(', ')}; the file has ${file.features.join(', ')}`,
      );
    }
    const { trees, calibration } = file;
    this.slope = calibration.slope;
    this.intercept = calibration.intercept;
    this.feature = Int32Array.from(trees.flatMap((tree) => tree.feature));
    this.threshold = Float64Array.from(trees.flatMap((tree) => tree.threshold));
    this.leaf = Float64Array.from(trees.flatMap((tree) => tree.leaf));
    this.roots = new Int32Array(trees.length);
    const left: number[] = [];
    const right: number[] = [];
    let leaves = 0;
    trees.forEach((tree, index) => {
      const base = left.length;
      // A tree that never splits is its only leaf.
      this.roots[index] = tree.feature.length > 0 ? base : -leaves - 1;
      const place = (child: number) => (child < 0 ? child - leaves : child + base);
      left.push(...tree.left.map(place));
      right.push(...tree.right.map(place));
      leaves += tree.leaf.length;
    });
    this.left = Int32Array.from(left);
    this.right = Int32Array.from(right);
  }

  /** Probability, 0..1, for one row of features. */
  probability(row: Float64Array): number {
    let sum = 0;
    for (const root of this.roots) {
      let node = root;
      while (node >= 0) {
        node = row[this.feature[node]!]! <= this.threshold[node]! ? this.left[node]! : this.right[node]!;
      }
      sum += this.leaf[-node - 1]!;
    }
    return 1 / (1 + Math.exp(-(this.slope * sum + this.intercept)));
  }
}
