import { invertPositiveDefinite, timesOwnTranspose } from '@goldpan/stats';
import { fillGridRow, type AbilityGrid } from './ability-grid.js';
import type { Responses } from './expectation.js';
import { findMode, type ModeSearch } from './find-mode.js';
import { populationOf, type Parameters } from './parameters.js';

/**
 * Moves every item to the mode of its posterior, the abilities integrated out over a grid, and sums up what the population
 * of items and the noise follow from: modes, their curvatures, squared residuals.
 *
 * @param modes - N×dimensions; where the search starts, overwritten
 */
export function climbItems(
  search: ModeSearch,
  at: { readonly responses: Responses; readonly parameters: Parameters; readonly grid: AbilityGrid },
  modes: Float64Array,
) {
  const { family, row, point } = search;
  const { mean, shared } = at.parameters;
  const { items } = at.responses;
  const order = mean.length;
  const population = populationOf(at.parameters);
  const slopes = { gradient: row.scores.slice(), information: row.scores.slice(), squares: 0 };
  const moments = {
    sum: new Float64Array(order),
    products: new Float64Array(order * order),
    squares: 0,
    cells: 0,
    items,
  };
  for (let item = 0; item < items; item++) {
    fillGridRow(row, at, item);
    point.set(modes.subarray(item * order, (item + 1) * order));
    point.set(shared, order);
    findMode(search, population);
    modes.set(point.subarray(0, order), item * order);
    family.evaluate(row, point, slopes, 0);
    moments.squares += slopes.squares;
    moments.cells += row.count / at.grid.count;
    const covariance = invertPositiveDefinite(timesOwnTranspose(search.slopes.information, order), order);
    for (let k = 0, entry = 0; k < order; k++) {
      moments.sum[k] += point[k];
      for (let l = 0; l < order; l++, entry++) {
        moments.products[entry] += covariance[entry] + (point[k] - mean[k]) * (point[l] - mean[l]);
      }
    }
  }
  return moments;
}
