// How many items do estimates need for what plain means of random items reach? And how wrong are the p-values that are predicted?
// node --conditions=@goldpan/source --import tsx tools/studies/src/estimation-share.ts --data DIR [--draws 40] [--only NAME]
import { parseArgs } from 'node:util';
import { runEstimator, stream, type Estimate, type JudgedData } from '@goldpan/core';
import { allPairs, meanEstimator, predictedFullTest, shrunk } from '@goldpan/estimation';
import { signFlipPValues } from '@goldpan/evaluation';
import { kendallTauA } from './kendall-tau-a.js';
import { fullMeans } from './estimation-draw.js';
import { realData } from './real-data.js';

const { values: flags } = parseArgs({
  options: { data: { type: 'string' }, draws: { type: 'string', default: '40' }, only: { type: 'string' } },
});
const draws = Number(flags.draws);
/** Shares of the items at which plain means set the mark, and at which estimates are looked for it. */
const MARKS = [0.05, 0.1, 0.2, 0.3, 0.4, 0.5];
const GRID = [0.02, 0.03, 0.04, ...MARKS, 0.07, 0.14, 0.65].sort((a, b) => a - b);
/** Higher is better in all of them. */
const measures = ['SPA', 'Kendall', 'squared error'] as const;
type Scores = Record<(typeof measures)[number], number>;

/** A fully judged test set and what all its judgements say. */
interface Truth {
  readonly data: JudgedData;
  readonly means: Float64Array;
  /** One-sided sign-flip p-values, systems × systems. */
  readonly pValues: Float64Array;
}

function scoresOf(estimate: Estimate, rows: Float64Array, { means, pValues }: Truth): Scores {
  const pairs = allPairs(means.length);
  let distance = 0;
  let squares = 0;
  for (const { a, b } of pairs) {
    distance += Math.abs(predictedFullTest(estimate, rows, { a, b }) - pValues[a * means.length + b]);
    squares += (estimate.shrunk[a] - estimate.shrunk[b] - means[a] + means[b]) ** 2;
  }
  return {
    SPA: 1 - distance / pairs.length,
    Kendall: kendallTauA(estimate.shrunk, means),
    'squared error': -squares / pairs.length,
  };
}

/** Scores of plain means, of the regression and of the shrunk estimates on the first n items of a random order. */
function draw(truth: Truth, order: readonly number[], n: number, seed: number): Scores[] {
  const { judgements } = truth.data;
  const { systems } = judgements;
  const values = new Float64Array(judgements.values.length).fill(NaN);
  for (const item of order.slice(0, n))
    values.set(judgements.values.subarray(item * systems, (item + 1) * systems), item * systems);
  const judged = { ...truth.data, judgements: { ...judgements, values } };
  const rows = values.filter((value) => !Number.isNaN(value));
  const plain = runEstimator(meanEstimator, judged, { seed });
  const moved = runEstimator(shrunk, judged, { seed });
  // The values of `shrunk` are those of `regression`.
  const unmoved = { ...moved, shrunk: moved.values, shrinkage: 0 };
  return [plain, unmoved, moved].map((estimate) => scoresOf(estimate, rows, truth));
}

/** Items needed to reach the marks of plain means, as a share of what plain means need, averaged over the marks. */
function shareOfItems(sizes: readonly number[], curve: readonly number[], plain: readonly number[]): number {
  const last = sizes.length - 1;
  const shares = MARKS.map((mark) => {
    const goal = plain[GRID.indexOf(mark)];
    const at = curve.findIndex((score) => score >= goal);
    const needed =
      at < 0
        ? sizes[last]
        : at === 0
          ? sizes[0]
          : sizes[at - 1] +
            ((goal - curve[at - 1]) / (curve[at] - curve[at - 1])) * (sizes[at] - sizes[at - 1]);
    return needed / sizes[GRID.indexOf(mark)];
  });
  return shares.reduce((sum, share) => sum + share, 0) / shares.length;
}

function studySet(name: string, data: JudgedData): void {
  const { items } = data.judgements;
  const pValues = signFlipPValues(data.judgements, { permutations: 4000 });
  const truth: Truth = { data, means: fullMeans(data), pValues };
  const sizes = GRID.map((share) => Math.max(3, Math.round(share * items)));
  const scores = sizes.map(() => [] as Scores[][]);
  for (let seed = 0; seed < draws; seed++) {
    const order = stream(seed, 'study/estimation/share').shuffle(Array.from({ length: items }, (_, i) => i));
    sizes.forEach((n, at) => scores[at].push(draw(truth, order, n, seed)));
  }
  const curve = (which: number, measure: keyof Scores) =>
    scores.map((drawn) => drawn.reduce((sum, some) => sum + some[which][measure], 0) / draws);
  const cells = measures.flatMap((measure) => {
    const plain = curve(0, measure);
    return [1, 2].map((which) => shareOfItems(sizes, curve(which, measure), plain).toFixed(2));
  });
  const [everything] = draw(truth, [...data.judgements.values.keys()].slice(0, items), items, 0);
  console.log(`| ${[name, ...cells, everything.SPA.toFixed(4)].join(' | ')} |`);
}

console.log(
  `| data | ${measures.map((m) => `${m}: regression | shrunk`).join(' | ')} | SPA when all are judged |`,
);
for (const [name, data] of realData(flags.data!))
  if (flags.only === undefined || name.includes(flags.only)) studySet(name, data);
