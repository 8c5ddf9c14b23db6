import { presentMean, type ScoreMatrix } from '@goldpan/core';

/**
 * How much the differences between systems vary over some items: the root of the variance within items × systems once the items' and
 * the systems' means are taken out. That, and not the spread of the level, is what makes a comparison unsure.
 *
 * @returns standard deviation, in the unit of the scores; 0 where fewer than two items have scores. O(items·S)
 */
export function stratumSpread({ systems, values }: ScoreMatrix, items: Uint32Array): number {
  const sums = new Float64Array(systems);
  const squares = new Float64Array(systems);
  const counts = new Uint32Array(systems);
  for (const item of items) {
    const level = presentMean(values.subarray(item * systems, (item + 1) * systems));
    for (let system = 0; system < systems; system++) {
      const deviation = values[item * systems + system] - level;
      if (deviation !== deviation) continue;
      sums[system] += deviation;
      squares[system] += deviation * deviation;
      counts[system]++;
    }
  }
  let variance = 0;
  let known = 0;
  for (let system = 0; system < systems; system++) {
    if (counts[system] < 2) continue;
    variance += Math.max(0, (squares[system] - sums[system] ** 2 / counts[system]) / (counts[system] - 1));
    known++;
  }
  return known === 0 ? 0 : Math.sqrt(variance / known);
}
