import type { BuildProgress } from '@passerelle/normalization';
import { type Progress, progressBar } from './progress';

/** Bars for the first start, which builds indices; none where they are there already. */
export function buildProgress(): { readonly progress: BuildProgress; readonly stop: () => void } {
  const bars = new Map<string, Progress>();
  return {
    progress: (what, share) => {
      const bar = bars.get(what) ?? progressBar(`Building the index of ${what}`, 100);
      bars.set(what, bar);
      bar.update(Math.round(share * 100));
    },
    stop: () => bars.forEach((bar) => bar.stop()),
  };
}
