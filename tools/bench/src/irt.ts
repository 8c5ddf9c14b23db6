import { datasetFromColumns, stream, type Dataset } from '@goldpan/core';
import { fitIrt, type IrtOptions } from '@goldpan/selector-irt';
import { timed, type Bench, type Measured } from './bench.js';

/** Scores of a 2PL model: right or wrong, or the chance itself with a little noise. */
function drawn(items: number, systems: number, continuous = false): Dataset {
  const rng = stream(0, 'bench/irt');
  const normal = () => Math.sqrt(-2 * Math.log(1 - rng.next())) * Math.cos(2 * Math.PI * rng.next());
  const abilities = Array.from({ length: systems }, normal);
  const values = new Float64Array(items * systems);
  for (let item = 0; item < items; item++) {
    const slope = Math.exp(0.4 * normal());
    const difficulty = normal();
    for (let s = 0; s < systems; s++) {
      const chance = 1 / (1 + Math.exp(-slope * (abilities[s] - difficulty)));
      const noisy = () => Math.min(1, Math.max(0, chance + 0.07 * normal()));
      values[item * systems + s] = continuous ? noisy() : rng.next() < chance ? 1 : 0;
    }
  }
  return datasetFromColumns({
    ids: Array.from({ length: items }, (_, item) => String(item)),
    systems: Array.from({ length: systems }, (_, system) => `s${system}`),
    metrics: ['m'],
    scores: [values],
  });
}

/** Seconds by the clock and of processor time, which other work on the machine inflates less. */
function spent(work: () => void) {
  const started = performance.now();
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return { seconds: (performance.now() - started) / 1000, processor: (user + system) / 1e6 };
}

function fitted(dataset: Dataset, model: IrtOptions['model'], runs = 3): () => Promise<Measured> {
  return async () => {
    const before = process.memoryUsage().rss;
    let passes = 0;
    const fit = () => {
      passes = fitIrt(dataset, { metric: 'm', model }).fit.passes;
    };
    const first = spent(fit);
    const seconds = runs === 1 ? first.seconds : await timed(fit, runs);
    const { processor } = runs === 1 ? first : spent(fit);
    const growth = Math.round((process.memoryUsage().rss - before) / 1e6);
    const detail = `${processor.toFixed(2)} s of processor time, ${passes} passes, memory grew by ${growth} MB`;
    return { seconds, detail };
  };
}

/** Processor time at rising sizes, and what the largest says about 11,785 × 36,259 if time goes with the number of cells. */
async function growth(): Promise<Measured> {
  const sizes: [number, number][] = [
    [500, 50],
    [2_000, 50],
    [8_000, 50],
    [2_000, 200],
    [2_000, 800],
    [2_000, 3_200],
  ];
  const measured = sizes.map(([items, systems]) => {
    const dataset = drawn(items, systems);
    return { cells: items * systems, ...spent(() => fitIrt(dataset, { metric: 'm', model: '2pl' })) };
  });
  const parts = measured.map(({ cells, processor }, k) => {
    const perCell = ((1e6 * processor) / cells).toFixed(1);
    return `${sizes[k].join(' × ')}: ${processor.toFixed(2)} s (${perCell} µs a cell)`;
  });
  const last = measured.at(-1)!;
  const hours = (last.processor * ((11_785 * 36_259) / last.cells)) / 3600;
  parts.push(`11,785 × 36,259 at the cost per cell of the last: ${hours.toFixed(1)} h (girth: 2½ days)`);
  return { seconds: last.seconds, detail: parts.join('; ') };
}

export const irtBenches: readonly Bench[] = [
  {
    name: 'fit of continuous 4PL, 460 × 12',
    aim: '0.3 s',
    reference: '7.0 s (1,000 steps on a CPU)',
    run: fitted(drawn(460, 12, true), 'continuous-4pl'),
  },
  { name: 'fit of 2PL, 864 × 84', aim: '1 s', run: fitted(drawn(864, 84), '2pl') },
  { name: 'fit of 2PL, 40,000 × 12', aim: '30 s, 500 MB', run: fitted(drawn(40_000, 12), '2pl', 1) },
  {
    name: 'growth of 2PL with items and systems (time: 2,000 × 3,200)',
    aim: 'linear in cells',
    run: growth,
  },
];
