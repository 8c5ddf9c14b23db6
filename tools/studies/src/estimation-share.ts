// How many items do estimates need for what plain means of random items reach? And how wrong are the p-values that are predicted?
// node --conditions=@goldpan/source --import tsx tools/studies/src/estimation-share.ts --data DIR [--draws 40] [--only NAME]
import { parseArgs } from 'node:util';
import { stream, type JudgedData } from '@goldpan/core';
import { meanEstimator, shrunk } from '@goldpan/estimation';
import { realData } from './real-data.js';
import {
  estimateFrom,
  gridSizes,
  measures,
  rowsOf,
  scoresOf,
  shareOfItems,
  truthOf,
  type Scores,
  type Truth,
} from './saved-items.js';

const { values: flags } = parseArgs({
  options: { data: { type: 'string' }, draws: { type: 'string', default: '40' }, only: { type: 'string' } },
});
const draws = Number(flags.draws);

/** Scores of plain means, of the regression and of the shrunk estimates on the first n items of a random order. */
function draw(truth: Truth, items: readonly number[], seed: number): Scores[] {
  const rows = rowsOf(truth, { items });
  const plain = estimateFrom(truth, { items }, { estimator: meanEstimator, seed });
  const moved = estimateFrom(truth, { items }, { estimator: shrunk, seed });
  // The values of `shrunk` are those of `regression`.
  const unmoved = { ...moved, shrunk: moved.values, shrinkage: 0 };
  return [plain, unmoved, moved].map((estimate) => scoresOf(estimate, rows, truth));
}

function studySet(name: string, data: JudgedData): void {
  const { items } = data.judgements;
  const truth = truthOf(data);
  const sizes = gridSizes(items);
  const all = Array.from({ length: items }, (_, i) => i);
  const scores = sizes.map(() => [] as Scores[][]);
  for (let seed = 0; seed < draws; seed++) {
    const order = stream(seed, 'study/estimation/share').shuffle(all.slice());
    sizes.forEach((n, at) => scores[at].push(draw(truth, order.slice(0, n), seed)));
  }
  const curve = (which: number, measure: keyof Scores) =>
    scores.map((drawn) => drawn.reduce((sum, some) => sum + some[which][measure], 0) / draws);
  const cells = measures.flatMap((measure) => {
    const plain = curve(0, measure);
    return [1, 2].map((which) => shareOfItems(sizes, curve(which, measure), plain).toFixed(2));
  });
  const [everything] = draw(truth, all, 0);
  console.log(`| ${[name, ...cells, everything.SPA.toFixed(4)].join(' | ')} |`);
}

console.log(
  `| data | ${measures.map((m) => `${m}: regression | shrunk`).join(' | ')} | SPA when all are judged |`,
);
for (const [name, data] of realData(flags.data!))
  if (flags.only === undefined || name.includes(flags.only)) studySet(name, data);
