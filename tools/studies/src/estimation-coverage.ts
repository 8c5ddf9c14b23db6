// Do intervals, rank sets and probabilities of estimates hold? A cell: intervals of differences / of all differences at once / of means / rank sets.
// node --conditions=@goldpan/source --import tsx tools/studies/src/estimation-coverage.ts [--sets 6] [--draws 40] [--data DIR]
import { parseArgs } from 'node:util';
import { runEstimator, type JudgedData } from '@goldpan/core';
import { shrunk } from '@goldpan/estimation';
import { drawJudged, emptyTally, fullMeans, tallyEstimate, type Tally } from './estimation-draw.js';
import { populations } from './estimation-populations.js';
import { realData } from './real-data.js';

const { values: flags } = parseArgs({
  options: {
    sets: { type: 'string', default: '6' },
    draws: { type: 'string', default: '40' },
    data: { type: 'string' },
  },
});
/** In percent. */
const percent = (share: number) => (100 * share).toFixed(1);
const row = (cells: (string | number)[]) => console.log(`| ${cells.join(' | ')} |`);
const calibration = emptyTally();

function addCalibration(tally: Tally): void {
  for (let tenth = 0; tenth < 10; tenth++) {
    calibration.said[tenth] += tally.said[tenth];
    calibration.right[tenth] += tally.right[tenth];
  }
}

function cellsOf(tallies: readonly Tally[]): string[] {
  return tallies.map(({ covered, pairs, meansCovered, means, together, rankSets, draws }) =>
    [covered / pairs, together / draws, meansCovered / means, rankSets / draws].map(percent).join(' / '),
  );
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

const sizes = [10, 20, 50, 100];
syntheticCoverage(sizes);
const real = flags.data === undefined ? [] : realData(flags.data);
realCoverage(real, sizes);
row(['P(best) of the leader', 'said', 'right']);
calibration.said.forEach((said, tenth) => {
  if (said > 0)
    row([`${tenth * 10}–${tenth * 10 + 10} %`, said, `${percent(calibration.right[tenth] / said)} %`]);
});
