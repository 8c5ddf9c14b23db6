import { evaluateSubset, fullData } from '@goldpan/evaluation';
import { dot, line, picture, scale, text } from './svg.js';
import type { RealRun } from './real-run.js';
import { takeRows } from './take-rows.js';

const ITEMS = 35;
const PAIRS = 8;

/** p of pairs of systems on all items and on picked ones; those that are furthest apart in p. */
export function drawSpa({ systems, full, ranking, scores }: RealRun): string {
  const picked = ranking.subarray(0, ITEMS);
  const { values } = evaluateSubset(full, picked, ['spa']);
  const subset = fullData(takeRows(scores, picked)).standing;
  const { flipCounts, permutations } = full.standing;
  const pairs = systems
    .flatMap((a, i) => systems.slice(i + 1).map((b) => `${a} above ${b}`))
    .map((name, pair) => ({
      name,
      all: flipCounts[pair] / permutations,
      subset: subset.flipCounts[pair] / subset.permutations,
    }))
    .sort((a, b) => Math.abs(b.all - b.subset) - Math.abs(a.all - a.subset))
    .slice(0, PAIRS);
  const x = scale([0, 1], [330, 730]);
  const rows = pairs.flatMap(({ name, all, subset }, row) => {
    const y = 92 + 28 * row;
    return [
      text(310, y + 4, name, 'text-anchor="end"'),
      line([x(all), y], [x(subset), y], 'between'),
      dot(x(all), y, 'all'),
      dot(x(subset), y, 'picked'),
    ];
  });
  const bottom = 92 + 28 * PAIRS;
  const ticks = [0, 0.5, 1].flatMap((p) => [
    line([x(p), 72], [x(p), bottom - 10], 'axis'),
    text(x(p), bottom + 8, String(p), 'text-anchor="middle" class="faint"'),
  ]);
  return picture(
    `SPA ${values.spa.toFixed(3)}: 1 minus the mean distance over all ${flipCounts.length} pairs`,
    bottom + 34,
    [
      dot(338, 48, 'all'),
      text(350, 52, `p on all ${full.size} items`),
      dot(520, 48, 'picked'),
      text(532, 52, `p on ${ITEMS} picked items`),
      ...ticks,
      ...rows,
      text(310, bottom + 8, `the ${PAIRS} pairs furthest apart`, 'text-anchor="end" class="faint"'),
      text(x(0.5), bottom + 26, 'p: could the difference be chance?', 'text-anchor="middle" class="faint"'),
    ],
  );
}
