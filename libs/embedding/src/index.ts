export { type EmbeddingModel, ModelLoadError } from './model';
export { loadTransformersModel } from './transformers-model';
export { type Neighbour, VectorIndex, type VectorIndexOptions } from './vector-index';
