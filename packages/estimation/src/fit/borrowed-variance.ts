import type { TwoWay } from './two-way.js';

/**
 * Variance of a single judgement about what its item and its system let expect, over all judged cells: it stands in for that of a system which
 * a single unit shows nothing of. Where no item has cells to spare for that, the variance about system means. O(n·S).
 */
export function borrowedVariance(
  { within, levels }: { readonly within: Float64Array; readonly levels: Float64Array },
  layout: TwoWay,
): number {
  const { items, systems, counts, observed } = layout;
  const cells = counts.reduce((sum, count) => sum + count, 0);
  const free = cells - items - (systems - 1);
  let [ofCells, ofMeans] = [0, 0];
  within.forEach((residual, cell) => {
    if (observed?.[cell] === 0) return;
    ofCells += residual ** 2;
    ofMeans += (residual + levels[Math.floor(cell / systems)]) ** 2;
  });
  return free > 0 ? ofCells / free : ofMeans / Math.max(1, cells - systems);
}
