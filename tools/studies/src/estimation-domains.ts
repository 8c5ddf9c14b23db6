// Do slopes of domains pay where metrics differ by domain, and do they cost where they do not?
// node --conditions=@goldpan/source --import tsx tools/studies/src/estimation-domains.ts [--draws 100] [--data DIR]
import { parseArgs } from 'node:util';
import { runEstimator, type JudgedData } from '@goldpan/core';
import { regression } from '@goldpan/estimation';
import { drawJudged, fullMeans } from './estimation-draw.js';
import { domainPopulation } from './domain-population.js';
import { realData } from './real-data.js';

const { values: flags } = parseArgs({
  options: { draws: { type: 'string', default: '100' }, data: { type: 'string' } },
});
const draws = Number(flags.draws);
const sizes = [20, 50, 100, 200];

/** Mean squared error of differences to the mean system, with domains over without. */
function ratio(data: JudgedData, truth: Float64Array, size: number, first: number): [number, number] {
  const { domains, ...without } = data;
  const errors = [0, 0];
  for (let draw = first; draw < first + draws; draw++) {
    const judged = drawJudged(without, size, draw);
    for (const [which, given] of [{ ...judged, domains }, judged].entries())
      errors[which] += squaredError(runEstimator(regression, given, { seed: draw }).values, truth);
  }
  return [errors[0], errors[1]];
}

function squaredError(values: Float64Array, truth: Float64Array): number {
  const centred = (means: Float64Array) => {
    const mean = means.reduce((sum, value) => sum + value, 0) / means.length;
    return means.map((value) => value - mean);
  };
  const [found, right] = [centred(values), centred(truth)];
  return found.reduce((sum, value, s) => sum + (value - right[s]) ** 2, 0);
}

function row(name: string, sets: readonly JudgedData[]): void {
  const cells = sizes.map((size) => {
    if (sets.some(({ judgements }) => size > 0.8 * judgements.items)) return '–';
    const sums = sets.map((data, set) => ratio(data, fullMeans(data), size, 1000 * set));
    const [own, common] = [0, 1].map((which) => sums.reduce((sum, pair) => sum + pair[which], 0));
    return (own / common).toFixed(3);
  });
  console.log(`| ${[name, ...cells].join(' | ')} |`);
}

console.log(`| ${['data', ...sizes.map((size) => `n = ${size}`)].join(' | ')} |`);
const made = (domains: number, turned: number) =>
  [0, 1, 2, 3].map((set) => domainPopulation({ domains, turned }, set));
row('one of two domains turned round', made(2, 1));
row('one of four domains turned round', made(4, 1));
row('four domains alike', made(4, 0));
row('ten domains alike', made(10, 0));
for (const [name, data] of flags.data === undefined ? [] : realData(flags.data))
  if (data.domains !== undefined) row(name, [data]);
