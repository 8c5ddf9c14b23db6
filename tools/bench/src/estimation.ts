import { runEstimator, stream, type JudgedData } from '@goldpan/core';
import { shrunk } from '@goldpan/estimation';
import { timed, type Bench } from './bench.js';

/** Every hundredth item judged; metrics and judgements share the quality of systems and of outputs. */
function randomJudgements(items: number, systems: number, metrics: number): JudgedData {
  const rng = stream(0, 'bench/estimation');
  const cells = (score: (cell: number) => number) => ({
    items,
    systems,
    values: Float64Array.from({ length: items * systems }, (_, cell) => score(cell)),
  });
  const quality = cells((cell) => (cell % systems) / systems + rng.next());
  return {
    systems: Array.from({ length: systems }, (_, s) => `s${s}`),
    judgements: cells((cell) =>
      Math.floor(cell / systems) % 100 === 0 ? quality.values[cell] + rng.next() : NaN,
    ),
    metrics: Array.from({ length: metrics }, (_, k) => ({
      name: `m${k}`,
      scores: cells((cell) => quality.values[cell] + 2 * rng.next()),
    })),
  };
}

export const estimationBenches: readonly Bench[] = [
  {
    name: `${shrunk.name}, 100,000 × 20, 20 metrics, 1,000 judged`,
    aim: '3 s',
    async run() {
      const data = randomJudgements(100_000, 20, 20);
      // A list of its own each time: what is known of metrics is kept by their list.
      const run = () => runEstimator(shrunk, { ...data, metrics: [...data.metrics] });
      return { seconds: await timed(run) };
    },
  },
];
