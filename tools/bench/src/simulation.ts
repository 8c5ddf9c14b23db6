import { createRegistry, datasetFromColumns, stream } from '@goldpan/core';
import variance from '@goldpan/selector-variance';
import { compareSelectors, parseGoal, simulatePlan } from '@goldpan/simulation';
import type { Bench, Measured } from './bench.js';

const registry = createRegistry([
  { plugin: variance, specifier: import.meta.resolve('@goldpan/selector-variance') },
]);

/** Scores in which systems differ, items set them apart more or less, and a metric follows. */
function pilot(items: number, systems: number) {
  const rng = stream(0, 'bench/pilot');
  const human = Float64Array.from(
    { length: items * systems },
    (_, cell) => Math.round((cell % systems) + 25 * rng.next() * rng.next()) / 4,
  );
  return datasetFromColumns({
    ids: Array.from({ length: items }, (_, item) => String(item)),
    systems: Array.from({ length: systems }, (_, system) => `system ${system}`),
    metrics: ['human', 'm', 'k'],
    scores: [human, ...[2, 9].map((noise) => human.map((score) => score + noise * rng.next()))],
  });
}

interface Load {
  readonly items?: number;
  readonly systems?: number;
  readonly replicates?: number;
  readonly workers?: number;
}

/** Seconds and peak memory (MB, of the whole process) of a plan. */
async function plan({ items = 460, systems = 12, replicates = 1000, workers = 2 }: Load): Promise<number> {
  const dataset = pilot(items, systems);
  const started = performance.now();
  await simulatePlan(
    {
      dataset,
      registry,
      selector: 'metric-variance',
      options: { metric: 'm' },
      truth: 'human',
      goal: parseGoal('spa=0.95'),
      replicates,
    },
    { workers },
  );
  return (performance.now() - started) / 1000;
}

const name = (about: string) => `plan, SPA with 1,000 permutations at 20 sizes, ${about}`;

export const simulationBenches: readonly Bench[] = [
  {
    name: name('460 × 12, 1,000 replicates, 2 workers'),
    aim: '15 s, 500 MB',
    async run(): Promise<Measured> {
      const seconds = await plan({});
      return { seconds, detail: `peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB` };
    },
  },
  {
    name: name('460 × 12, 1,000 replicates, 2 workers against 1 and 0'),
    aim: 'speed-up of 2 over 1 at least 1.7; overhead of 1 over inline at most 10 %',
    async run(): Promise<Measured> {
      const [inline, one, two] = [
        await plan({ workers: 0 }),
        await plan({ workers: 1 }),
        await plan({ workers: 2 }),
      ];
      const detail = `inline ${inline.toFixed(2)} s, 1 worker ${one.toFixed(2)} s (${(100 * (one / inline - 1)).toFixed(0)} % more), 2 workers ${two.toFixed(2)} s (${(one / two).toFixed(2)} times as fast as 1)`;
      return { seconds: two, detail };
    },
  },
  {
    name: name('growth, inline'),
    aim: 'in proportion to items and replicates',
    async run(): Promise<Measured> {
      const base = { replicates: 50, workers: 0 };
      const seconds = await plan(base);
      const times = async (title: string, load: Load) =>
        `${title} ×${((await plan({ ...base, ...load })) / seconds).toFixed(1)}`;
      const grown = [
        await times('items doubled', { items: 920 }),
        await times('systems doubled', { systems: 24 }),
        await times('replicates doubled', { replicates: 100 }),
      ];
      return { seconds, detail: grown.join(', ') };
    },
  },
  {
    name: 'compare, 6 selectors, 460 × 12, 20 sizes, 1,000 resamplings, 2 workers',
    aim: '30 s',
    async run(): Promise<Measured> {
      const selectors = ['metric-variance', 'metric-average', 'metric-consistency'];
      const contestants = ['m', 'k'].flatMap((metric) =>
        selectors.map((selector) => ({ selector, options: { metric } })),
      );
      const started = performance.now();
      await compareSelectors(
        {
          dataset: pilot(460, 12),
          registry,
          contestants,
          truths: ['human'],
          shares: Array.from({ length: 20 }, (_, k) => (k + 1) / 40),
          replicates: 1000,
        },
        { workers: 2 },
      );
      return { seconds: (performance.now() - started) / 1000 };
    },
  },
];
