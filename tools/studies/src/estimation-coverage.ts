// Do intervals, rank sets and probabilities of estimates hold, and how many items do estimates save?
// node --conditions=@goldpan/source --import tsx tools/studies/src/estimation-coverage.ts [--sets 6] [--draws 40] [--data DIR]
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { datasetFromItems, runEstimator, type Estimator, type JudgedData } from '@goldpan/core';
import { allPairs, judgedData, meanEstimator, pairDifference, regression, shrunk } from '@goldpan/estimation';
import { normalCdf } from '@goldpan/stats';
import {
  differenceVariances,
  drawJudged,
  emptyTally,
  fullMeans,
  tallyEstimate,
  type Tally,
} from './estimation-draw.js';
import { populations } from './estimation-populations.js';

const { values: flags } = parseArgs({
  options: {
    sets: { type: 'string', default: '6' },
    draws: { type: 'string', default: '40' },
    data: { type: 'string' },
  },
});
const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
const row = (cells: (string | number)[]) => console.log(`| ${cells.join(' | ')} |`);
const calibration = emptyTally();

function addCalibration(tally: Tally): void {
  for (let tenth = 0; tenth < 10; tenth++) {
    calibration.said[tenth] += tally.said[tenth];
    calibration.right[tenth] += tally.right[tenth];
  }
}

function cellsOf(tallies: readonly Tally[]): string[] {
  return tallies.flatMap(({ covered, pairs, meansCovered, means, simultaneous, draws }) => [
    [percent(covered / pairs), percent(meansCovered / means), percent(simultaneous / draws)].join(' / '),
  ]);
}

function syntheticCoverage(sizes: readonly number[]): void {
  row(['population', ...sizes.map((size) => `n = ${size}`)]);
  for (const population of populations) {
    const tallies = sizes.map(emptyTally);
    for (let set = 0; set < Number(flags.sets); set++) {
      const data = population.make(set);
      const truth = fullMeans(data);
      for (const [i, size] of sizes.entries()) {
        for (let draw = 0; draw < Number(flags.draws); draw++) {
          const judged = drawJudged(data, size, draw + 1000 * set);
          tallyEstimate(tallies[i], runEstimator(shrunk, judged, { seed: draw }), truth);
        }
      }
    }
    tallies.forEach(addCalibration);
    row([population.name, ...cellsOf(tallies)]);
  }
}

function realData(folder: string): [name: string, data: JudgedData][] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.jsonl') && !file.startsWith('livebench'))
    .map((file): [string, JudgedData] => {
      const lines = readFileSync(join(folder, file), 'utf8')
        .split('\n')
        .filter((line) => line !== '');
      return [
        file.replace('.jsonl', ''),
        judgedData(datasetFromItems(lines.map((line) => JSON.parse(line)))),
      ];
    });
}

function realCoverage(sets: readonly [string, JudgedData][], sizes: readonly number[]): void {
  row(['data', ...sizes.map((size) => `n = ${size}`)]);
  for (const [name, data] of sets) {
    const truth = fullMeans(data);
    const tallies = sizes.map((size) => {
      const tally = emptyTally();
      const draws = size < data.judgements.items * 0.8 ? 2 * Number(flags.draws) : 0;
      for (let draw = 0; draw < draws; draw++)
        tallyEstimate(tally, runEstimator(shrunk, drawJudged(data, size, draw), { seed: draw }), truth);
      return tally;
    });
    tallies.forEach(addCalibration);
    row([name, ...cellsOf(tallies).map((cell) => (cell.includes('NaN') ? '–' : cell))]);
  }
}

/** Mean soft pairwise accuracy of an estimator at a size: predicted p-values of the full test against the true ones. */
function softAccuracy(data: JudgedData, estimator: Estimator, size: number): number {
  const { items, systems } = data.judgements;
  const truth = fullMeans(data);
  const pairs = allPairs(systems);
  const full = differenceVariances(data);
  const pValue = (difference: number, variance: number, n: number) =>
    difference === 0 ? 0.5 : normalCdf(-difference / Math.sqrt(variance / n));
  let sum = 0;
  const draws = Number(flags.draws);
  for (let draw = 0; draw < draws; draw++) {
    const judged = drawJudged(data, size, draw);
    const estimate = runEstimator(estimator, judged, { seed: draw });
    const variances = differenceVariances(judged);
    pairs.forEach((pair, i) => {
      const predicted = pValue(
        pairDifference(estimate.shrunk, pair),
        variances[i],
        estimator === meanEstimator ? size : items,
      );
      sum += 1 - Math.abs(predicted - pValue(pairDifference(truth, pair), full[i], items));
    });
  }
  return sum / draws / pairs.length;
}

/** Items an estimator needs for what plain means reach, as a share of what they need, averaged over sizes. */
function shareOfItems(data: JudgedData, estimator: Estimator): number {
  const { items } = data.judgements;
  const sizes = [0.05, 0.1, 0.2, 0.3, 0.4, 0.5].map((share) => Math.max(5, Math.round(share * items)));
  const plain = sizes.map((size) => softAccuracy(data, meanEstimator, size));
  const grid = [Math.max(3, Math.round(0.02 * items)), ...sizes];
  const better = grid.map((size) => softAccuracy(data, estimator, size));
  const shares = sizes.map((size, i) => {
    const at = better.findIndex((accuracy) => accuracy >= plain[i]);
    if (at <= 0) return at < 0 ? NaN : grid[0] / size;
    const part = (plain[i] - better[at - 1]) / (better[at] - better[at - 1]);
    return (grid[at - 1] + part * (grid[at] - grid[at - 1])) / size;
  });
  const known = shares.filter((share) => !Number.isNaN(share));
  return known.reduce((sum, share) => sum + share, 0) / known.length;
}

const sizes = [10, 20, 50, 100];
syntheticCoverage(sizes);
const real = flags.data === undefined ? [] : realData(flags.data);
realCoverage(real, sizes);
row(['P(best) of the leader', 'said', 'right']);
calibration.said.forEach((said, tenth) => {
  if (said > 0) row([`${tenth * 10}–${tenth * 10 + 10} %`, said, percent(calibration.right[tenth] / said)]);
});
row(['data', 'regression', 'shrunk']);
for (const [name, data] of real)
  row([name, shareOfItems(data, regression).toFixed(2), shareOfItems(data, shrunk).toFixed(2)]);
