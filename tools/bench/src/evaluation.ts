import { stream, type ScoreMatrix } from '@goldpan/core';
import {
  curves,
  everySize,
  fullData,
  parityBaseline,
  randomRanking,
  replicate,
  sizesAt,
  type MeasureName,
} from '@goldpan/evaluation';
import { timed, type Bench } from './bench.js';

/** Scores with ties (20 levels) whose systems differ a little. */
function tiedScores(items: number, systems: number): ScoreMatrix {
  const rng = stream(0, 'bench/evaluation');
  const score = (cell: number) => Math.floor(18 * rng.next() + (2 * (cell % systems)) / systems);
  return { items, systems, values: Float64Array.from({ length: items * systems }, (_, cell) => score(cell)) };
}

interface Scale {
  readonly items: number;
  readonly systems: number;
  readonly permutations: number;
}

/** SPA at every size of a random ranking, sign drawing included. */
function spaAtEverySize({ items, systems, permutations }: Scale): Promise<number> {
  const scores = tiedScores(items, systems);
  const ranking = randomRanking(items, 0);
  const sizes = everySize(items);
  return timed(() => curves(fullData(scores, { permutations }), ranking, { measures: ['spa'], sizes }));
}

const base: Scale = { items: 1000, systems: 14, permutations: 1000 };

async function growth(seconds: number): Promise<string> {
  const doubled = {
    items: { ...base, items: 2000 },
    systems: { ...base, systems: 28 },
    permutations: { ...base, permutations: 2000 },
  };
  const factors: string[] = [];
  for (const [what, scale] of Object.entries(doubled)) {
    factors.push(`${what} × 2: ${((await spaAtEverySize(scale)) / seconds).toFixed(1)}`);
  }
  return `time grows by: ${factors.join(', ')}`;
}

function parityOf(measures: readonly MeasureName[]): Promise<number> {
  const scores = tiedScores(820, 12);
  return timed(() => {
    const full = fullData(scores);
    for (const measure of measures) parityBaseline(full, { measure, rankings: 10, rule: 'first' });
  });
}

/** A bootstrap replicate as `plan` makes it: its own full data, and two rankings at 20 sizes up to half of it. */
function replicateTime(measure: MeasureName): Promise<number> {
  const full = fullData(tiedScores(820, 12));
  const sizes = sizesAt(
    820,
    Array.from({ length: 20 }, (_, k) => (k + 1) / 40),
  );
  let index = 0;
  return timed(() => {
    const rng = stream(0, 'bench/replicate', index++);
    const items = Uint32Array.from({ length: 820 }, () => rng.integer(820));
    const sample = replicate(full, items);
    for (const r of [0, 1]) curves(sample, randomRanking(820, r, index), { measures: [measure], sizes });
  }, 21);
}

export const evaluationBenches: readonly Bench[] = [
  {
    name: 'SPA at all sizes, 1,000 × 14, 1,000 permutations',
    aim: '0.4 s',
    async run() {
      const seconds = await spaAtEverySize(base);
      return { seconds, detail: await growth(seconds) };
    },
  },
  {
    name: 'SPA parity baseline, 820 × 12, 10 seeds',
    aim: '1.5 s',
    reference: '114 s',
    run: async () => ({ seconds: await parityOf(['spa']) }),
  },
  {
    name: 'cluster and Kendall parity baseline, 820 × 12, 10 seeds',
    aim: '0.6 s',
    reference: '65 s for one ranking',
    run: async () => ({ seconds: await parityOf(['clusters', 'kendall']) }),
  },
  {
    name: 'one bootstrap replicate, 820 × 12, SPA at 2 × 20 sizes',
    aim: '0.02 s',
    run: async () => ({ seconds: await replicateTime('spa') }),
  },
  {
    name: 'one bootstrap replicate, 820 × 12, same clusters at 2 × 20 sizes',
    aim: '0.01 s',
    run: async () => ({ seconds: await replicateTime('same-clusters') }),
  },
];
