/** Port: text to unit vectors, on this host only. */
export interface EmbeddingModel {
  /** Name of the folder the model was loaded from; part of the provenance of what it produced. */
  readonly name: string;
  readonly dimensions: number;
  /**
   * Row-major `texts.length × dimensions`, each row of Euclidean norm 1 (all zeros for a text without any known token).
   * Runs on the calling thread: call it from a worker where latency matters.
   */
  encode(texts: readonly string[]): Promise<Float32Array>;
}

/** The folder does not hold a model that the runtime can load. */
export class ModelLoadError extends Error {
  override readonly name = 'ModelLoadError';

  constructor(
    readonly directory: string,
    reason: string,
  ) {
    super(`embedding model in ${directory}: ${reason}`);
  }
}
