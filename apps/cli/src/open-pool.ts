import { availableParallelism } from 'node:os';
import { type Baseline, NormalizerPool } from '@passerelle/normalization';
import { normalizerLocations } from './locations';
import { buildProgress } from './terminal/build-progress';

/** Opens the normalizer, with a bar while the first start builds its indices. */
export async function openPool(options: { threads?: number; baseline?: Baseline } = {}): Promise<NormalizerPool> {
  const { progress, stop } = buildProgress();
  try {
    return await NormalizerPool.open({
      locations: normalizerLocations(),
      threads: options.threads ?? availableParallelism(),
      ...(options.baseline ? { baseline: options.baseline } : {}),
      progress,
    });
  } finally {
    stop();
  }
}
