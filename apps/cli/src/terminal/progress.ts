import { Presets, SingleBar } from 'cli-progress';

export interface Progress {
  /** Sets how much is done, of the total. */
  update(done: number): void;
  step(): void;
  stop(): void;
}

/** A bar on standard error, so that standard output stays clean for pipes; silent where nobody looks. */
export function progressBar(label: string, total: number): Progress {
  if (!process.stderr.isTTY) return { update: () => undefined, step: () => undefined, stop: () => undefined };
  const bar = new SingleBar(
    {
      format: `${label} {bar} {percentage} % | {value}/{total} | {duration_formatted}`,
      stream: process.stderr,
      hideCursor: true,
    },
    Presets.shades_classic,
  );
  bar.start(total, 0);
  return { update: (done) => bar.update(done), step: () => bar.increment(), stop: () => bar.stop() };
}
