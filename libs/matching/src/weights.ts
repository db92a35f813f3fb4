/** Every parameter of the score. The file is `config/matching-weights.json`; what each one does is told beside it here. */
export interface MatchWeights {
  /** Recorded with every result, so that a score can be traced to the parameters behind it. */
  readonly version: string;
  /** Share of each block in the score; they sum to 1. A block that one side has nothing for contributes 0. */
  readonly blocks: Blocks;
  readonly macro: {
    /** Factor on a macro that an offer only wishes for (`exigé` counts 1). 0..1. */
    readonly souhaite: number;
    /** Factor on a macro that an offer names without saying whether it is required. 0..1. */
    readonly unsaid: number;
    /** A mentioned macro that all the guessed métiers use counts 1 + this. 0..2. */
    readonly centrality: number;
    /** Factor on savoir-être, which nearly every text names and which tell jobs apart badly. 0..1. */
    readonly savoirEtre: number;
    /** Weight of what the guessed métiers imply, against 1 for what the words say. 0..1. */
    readonly probable: number;
    /** Below this expectation (0..1) a macro is not called probable at all. */
    readonly probableFloor: number;
    /** Strength of adjacency between neighbouring macros. `adjacency` x `neighbours` is at most 1: see MacroSpace. */
    readonly adjacency: number;
    /** Each macro keeps at most this many neighbours. 1..20. */
    readonly neighbours: number;
    /** Part of adjacency that comes from standing under one objectif of the tree; the rest is co-use in fiches. 0..1. */
    readonly sameObjectif: number;
  };
  readonly fiche: {
    /** Weight of an item `principale`, against 1 for an ordinary one. 1..5. */
    readonly principale: number;
    /** Weight of an item `émergente`. 1..5. */
    readonly emergente: number;
    /** Exponent on the summed weights of the savoir-faire that a fiche lists under one macro. 0..1. */
    readonly sublinear: number;
  };
  readonly metier: {
    /** Guessed métiers used, best first. 1..5. */
    readonly kept: number;
    /** Ratio of each rank to the one before in the geometric distribution. 0..1. */
    readonly rankDecay: number;
    /** 0: the guessed scores as given; 1: their total spread geometrically by rank; between: a mix. */
    readonly rankShare: number;
  };
  /** Least rarity of a macro, savoir or contexte; 1 is the rarity of one that no fiche uses. */
  readonly rarityFloor: number;
}

export interface Blocks {
  readonly macro: number;
  readonly metier: number;
  readonly savoir: number;
  readonly contexte: number;
}

type Range = readonly [min: number, max: number, integer?: 'integer'];
type Ranges<T> = { readonly [K in keyof T]: T[K] extends number ? Range : Ranges<T[K]> };

const SHARE: Range = [0, 1];

const RANGES: Ranges<Omit<MatchWeights, 'version'>> = {
  blocks: { macro: SHARE, metier: SHARE, savoir: SHARE, contexte: SHARE },
  macro: {
    souhaite: SHARE,
    unsaid: SHARE,
    centrality: [0, 2],
    savoirEtre: SHARE,
    probable: SHARE,
    probableFloor: SHARE,
    adjacency: SHARE,
    neighbours: [1, 20, 'integer'],
    sameObjectif: SHARE,
  },
  fiche: { principale: [1, 5], emergente: [1, 5], sublinear: SHARE },
  metier: { kept: [1, 5, 'integer'], rankDecay: SHARE, rankShare: SHARE },
  rarityFloor: SHARE,
};

/** The weights file is wrong; `problems` names every field at fault. */
export class InvalidWeightsError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`invalid matching weights: ${problems.join('; ')}`);
    this.name = 'InvalidWeightsError';
  }
}

/** Checks a parsed weights file. @throws {InvalidWeightsError} naming every missing, unknown or out-of-range field */
export function parseWeights(input: unknown): MatchWeights {
  if (!isRecord(input)) throw new InvalidWeightsError([`an object was expected, not ${kindOf(input)}`]);
  const { version, ...numbers } = input;
  const problems: string[] = [];
  if (typeof version !== 'string' || version === '') problems.push('version: a non-empty string was expected');
  checkFields(numbers, RANGES, '', problems);
  if (problems.length > 0) throw new InvalidWeightsError(problems);

  const weights = input as MatchWeights & Record<string, unknown>;
  const { blocks, macro } = weights;
  const sum = blocks.macro + blocks.metier + blocks.savoir + blocks.contexte;
  if (Math.abs(sum - 1) > 1e-9) problems.push(`blocks: must sum to 1, they sum to ${sum}`);
  if (macro.adjacency * macro.neighbours > 1) {
    problems.push(
      `macro.adjacency: times macro.neighbours must be at most 1, it is ${macro.adjacency * macro.neighbours}`,
    );
  }
  if (problems.length > 0) throw new InvalidWeightsError(problems);
  return structuredClone(weights);
}

interface RangeTree {
  readonly [field: string]: Range | RangeTree;
}

function checkFields(input: Record<string, unknown>, ranges: RangeTree, path: string, problems: string[]): void {
  for (const field of Object.keys(input)) {
    if (!Object.hasOwn(ranges, field)) problems.push(`${path}${field}: unknown field`);
  }
  for (const [field, range] of Object.entries(ranges)) {
    const name = `${path}${field}`;
    const value = input[field];
    if (isRange(range)) {
      const problem = outOfRange(value, range);
      if (problem !== null) problems.push(`${name}: ${problem}`);
    } else if (isRecord(value)) {
      checkFields(value, range, `${name}.`, problems);
    } else {
      problems.push(`${name}: an object was expected, not ${kindOf(value)}`);
    }
  }
}

function outOfRange(value: unknown, [min, max, integer]: Range): string | null {
  const expected = `${integer === 'integer' ? 'a whole number' : 'a number'} from ${min} to ${max} was expected`;
  if (typeof value !== 'number') return `${expected}, not ${kindOf(value)}`;
  const fits = value >= min && value <= max && (integer !== 'integer' || Number.isInteger(value));
  return fits ? null : `${expected}, not ${value}`;
}

function isRange(range: Range | RangeTree): range is Range {
  return Array.isArray(range);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function kindOf(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  return Array.isArray(value) ? 'an array' : typeof value;
}
