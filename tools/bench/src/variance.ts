import { datasetFromColumns, runSelector, stream, type Selector } from '@goldpan/core';
import { metricConsistency, metricVariance } from '@goldpan/selector-variance';
import { timed, type Bench } from './bench.js';

function randomScores(items: number, systems: number) {
  const rng = stream(0, 'bench/variance');
  return datasetFromColumns({
    ids: Array.from({ length: items }, (_, item) => String(item)),
    systems: Array.from({ length: systems }, (_, system) => `s${system}`),
    metrics: ['m'],
    scores: [Float64Array.from({ length: items * systems }, () => rng.next())],
  });
}

function bench(
  selector: Selector,
  [items, systems]: [number, number],
  about: { aim: string; reference?: string },
): Bench {
  return {
    name: `${selector.name}, ${items.toLocaleString('en')} × ${systems}`,
    ...about,
    async run() {
      const dataset = randomScores(items, systems);
      return { seconds: await timed(() => runSelector(selector, dataset, { options: { metric: 'm' } })) };
    },
  };
}

export const varianceBenches: readonly Bench[] = [
  bench(metricVariance, [1_000_000, 20], { aim: '0.2 s' }),
  bench(metricConsistency, [100_000, 15], { aim: '1 s', reference: '63 s (0.63 s for 1,000 × 14)' }),
];
