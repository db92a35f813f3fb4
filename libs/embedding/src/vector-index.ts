import { HierarchicalNSW } from 'hnswlib-node';

export interface Neighbour {
  /** Row of the vector in the matrix the index was built from. */
  readonly row: number;
  /** Cosine, -1..1. */
  readonly similarity: number;
}

export interface VectorIndexOptions {
  readonly dimensions: number;
  /** Links per node; see Malkov & Yashunin 2018, https://arxiv.org/abs/1603.09320. */
  readonly m?: number;
  readonly efConstruction?: number;
}

/** Approximate nearest neighbours by cosine over unit vectors (HNSW). */
export class VectorIndex {
  private constructor(
    private readonly graph: HierarchicalNSW,
    readonly size: number,
    readonly dimensions: number,
  ) {}

  /** Blocks for about 0.2 ms a vector: build in a worker. The same vectors give the same graph. */
  static build(vectors: Float32Array, options: VectorIndexOptions, progress?: (done: number) => void): VectorIndex {
    const { dimensions, m = 24, efConstruction = 200 } = options;
    const size = vectors.length / dimensions;
    const graph = new HierarchicalNSW('ip', dimensions);
    graph.initIndex(size, m, efConstruction, 100);
    for (let row = 0; row < size; row++) {
      graph.addPoint(Array.from(vectors.subarray(row * dimensions, (row + 1) * dimensions)), row);
      if (progress && row % 1000 === 999) progress(row + 1);
    }
    return new VectorIndex(graph, size, dimensions);
  }

  /** Reads what {@link save} wrote. Rejects when the file is missing or damaged. */
  static async load(file: string, dimensions: number): Promise<VectorIndex> {
    const graph = new HierarchicalNSW('ip', dimensions);
    await graph.readIndex(file);
    return new VectorIndex(graph, graph.getCurrentCount(), dimensions);
  }

  save(file: string): void {
    // The asynchronous way holds no reference to the graph, which may be collected while it is written.
    this.graph.writeIndexSync(file);
  }

  /**
   * The nearest rows, best first.
   * @param breadth size of the candidate list of the graph walk (`ef`): higher finds more of the true neighbours, slower.
   */
  search(vector: Float32Array, count: number, breadth: number): Neighbour[] {
    this.graph.setEf(Math.max(breadth, count));
    const found = this.graph.searchKnn(Array.from(vector), Math.min(count, this.size));
    return found.neighbors.map((row, rank) => ({ row, similarity: 1 - (found.distances[rank] ?? 1) }));
  }
}
