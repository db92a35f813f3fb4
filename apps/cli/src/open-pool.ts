import { availableParallelism } from 'node:os';
import { type Baseline, NormalizerPool } from '@passerelle/normalization';
import { NORMALIZER_LOCATIONS } from './locations';
import { progressBar } from './terminal/progress';

/** Opens the normalizer, with a bar while the first start builds its indices. */
export async function openPool(options: { threads?: number; baseline?: Baseline } = {}): Promise<NormalizerPool> {
  const bars = new Map<string, ReturnType<typeof progressBar>>();
  const pool = await NormalizerPool.open({
    locations: NORMALIZER_LOCATIONS,
    threads: options.threads ?? availableParallelism(),
    ...(options.baseline ? { baseline: options.baseline } : {}),
    progress: (what, share) => {
      const bar = bars.get(what) ?? progressBar(`Building the index of ${what}`, 100);
      bars.set(what, bar);
      bar.update(Math.round(share * 100));
    },
  });
  for (const bar of bars.values()) bar.stop();
  return pool;
}
