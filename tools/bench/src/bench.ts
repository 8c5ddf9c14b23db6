import { median } from '@goldpan/stats';

/** One thing that is measured. */
export interface Bench {
  readonly name: string;
  /** What it should take. */
  readonly aim: string;
  /** What the Python reference takes for the same. */
  readonly reference?: string;
  run(): Measured | Promise<Measured>;
}

/** What a run took. */
export interface Measured {
  readonly seconds: number;
  /** Throughput, memory or growth, in words. */
  readonly detail?: string;
}

/** The median time of several runs, after one that is not counted. */
export async function timed(work: () => unknown, runs = 3): Promise<number> {
  await work();
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const started = performance.now();
    await work();
    times.push((performance.now() - started) / 1000);
  }
  return median(times);
}
