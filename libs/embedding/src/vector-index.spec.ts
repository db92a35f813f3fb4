import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Neighbour, VectorIndex } from './vector-index';

const DIMENSIONS = 64;
const CLUSTERS = 60;
const PER_CLUSTER = 50;
/** As normalization searches (`SEARCH_BREADTH`). */
const BREADTH = 224;

/** Mulberry32: the same vectors on every run. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const random = generator(7);
const noise = (): number => random() + random() + random() - 1.5;

function unit(values: Float32Array): Float32Array {
  const norm = Math.hypot(...values);
  return values.map((value) => value / norm);
}

/** Wordings of one concept lie close together: so do these. */
const CENTRES = Array.from({ length: CLUSTERS }, () => unit(Float32Array.from({ length: DIMENSIONS }, noise)));
const near = (centre: Float32Array): Float32Array => unit(centre.map((value) => value + 0.12 * noise()));
const VECTORS = new Float32Array(CLUSTERS * PER_CLUSTER * DIMENSIONS);
for (let row = 0; row < CLUSTERS * PER_CLUSTER; row++) VECTORS.set(near(CENTRES[row % CLUSTERS]!), row * DIMENSIONS);

const vector = (row: number): Float32Array => VECTORS.subarray(row * DIMENSIONS, (row + 1) * DIMENSIONS);
const dot = (a: Float32Array, b: Float32Array): number => a.reduce((sum, value, d) => sum + value * b[d]!, 0);

function exact(query: Float32Array, count: number): number[] {
  const similarities = Array.from({ length: CLUSTERS * PER_CLUSTER }, (_, row) => dot(query, vector(row)));
  return [...similarities.keys()].sort((a, b) => similarities[b]! - similarities[a]!).slice(0, count);
}

describe('vector index', () => {
  const directory = mkdtempSync(join(tmpdir(), 'vectors-'));
  const index = VectorIndex.build(VECTORS, { dimensions: DIMENSIONS });

  afterAll(() => rmSync(directory, { recursive: true }));

  it('finds at least .99 of the true nearest twenty', () => {
    let found = 0;
    const queries = Array.from({ length: 100 }, (_, i) => near(CENTRES[i % CLUSTERS]!));
    for (const query of queries) {
      const rows = new Set(index.search(query, 20, BREADTH).map(({ row }) => row));
      found += exact(query, 20).filter((row) => rows.has(row)).length;
    }
    expect(found / (20 * queries.length)).toBeGreaterThanOrEqual(0.99);
  });

  it('gives cosines, best first', () => {
    const query = near(CENTRES[3]!);
    const neighbours = index.search(query, 10, BREADTH);
    for (const { row, similarity } of neighbours) expect(similarity).toBeCloseTo(dot(query, vector(row)), 5);
    const similarities = neighbours.map(({ similarity }) => similarity);
    expect(similarities).toEqual([...similarities].sort((a, b) => b - a));
  });

  it('gives all rows where more are asked for than there are', () => {
    const small = VectorIndex.build(VECTORS.slice(0, 3 * DIMENSIONS), { dimensions: DIMENSIONS });
    expect(
      small
        .search(vector(0), 20, BREADTH)
        .map(({ row }) => row)
        .sort(),
    ).toEqual([0, 1, 2]);
    expect(small.search(vector(0), 20, 1)).toHaveLength(3);
  });

  it('answers a vector of zeros, as an empty text has', () => {
    const found = index.search(new Float32Array(DIMENSIONS), 5, BREADTH);
    expect(found.every(({ similarity }) => Math.abs(similarity) < 1e-6)).toBe(true);
  });

  it('tells how far it is built', () => {
    const told: number[] = [];
    VectorIndex.build(VECTORS, { dimensions: DIMENSIONS, m: 4, efConstruction: 10 }, (done) => told.push(done));
    expect(told).toEqual([1000, 2000, 3000]);
  });

  it('is the same after it was saved and loaded', async () => {
    const file = join(directory, 'saved.hnsw');
    index.save(file);
    const loaded = await VectorIndex.load(file, DIMENSIONS);
    const search = (of: VectorIndex): Neighbour[] => of.search(near(CENTRES[0]!), 0, BREADTH);
    expect([loaded.size, loaded.dimensions]).toEqual([index.size, DIMENSIONS]);
    expect(search(loaded)).toEqual(search(index));
    const query = near(CENTRES[5]!);
    expect(loaded.search(query, 20, BREADTH)).toEqual(index.search(query, 20, BREADTH));
  });

  it('refuses a missing or damaged file', async () => {
    await expect(VectorIndex.load(join(directory, 'none.hnsw'), DIMENSIONS)).rejects.toThrow();
    writeFileSync(join(directory, 'damaged.hnsw'), 'not an index');
    await expect(VectorIndex.load(join(directory, 'damaged.hnsw'), DIMENSIONS)).rejects.toThrow();
  });
});
