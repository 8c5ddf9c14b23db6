import type { Family } from '../families/family.js';
import type { AbilityGrid } from './ability-grid.js';
import { rescale } from './maximisation.js';
import type { Parameters } from './parameters.js';

/**
 * Makes the abilities' mean 0 and, with their variances, mean square 1. The items, in place, change so that no prediction
 * does.
 *
 * @returns the standardised abilities
 */
export function standardiseGrid(
  family: Family,
  { means, deviations }: AbilityGrid,
  items: { readonly parameters: Parameters; readonly modes: Float64Array },
): Pick<AbilityGrid, 'means' | 'deviations'> {
  const { parameters, modes } = items;
  const systems = means.length;
  const mean = means.reduce((total, value) => total + value, 0) / systems;
  const squares = means.map((value, s) => (value - mean) ** 2 + deviations[s] ** 2);
  const spread = Math.sqrt(squares.reduce((total, value) => total + value, 0) / systems);
  shiftIntercepts(family, parameters, { values: parameters.mean, mean });
  shiftIntercepts(family, parameters, { values: modes, mean });
  const slope = family.coordinates.indexOf('log-slope');
  if (slope >= 0) {
    for (let at = slope; at < modes.length; at += parameters.mean.length) modes[at] += Math.log(spread);
  }
  rescale(family, parameters, Math.log(spread));
  return {
    means: means.map((value) => (value - mean) / spread),
    deviations: deviations.map((value) => value / spread),
  };
}

/** Moves the origin of ability to `mean`, for one or more items whose coordinates follow each other in `values`. */
function shiftIntercepts(
  { coordinates, shared }: Family,
  parameters: Parameters,
  { values, mean }: { readonly values: Float64Array; readonly mean: number },
): void {
  const slope = coordinates.indexOf('log-slope');
  const intercept = coordinates.indexOf('intercept');
  for (let from = 0; from < values.length; from += coordinates.length) {
    const logSlope = slope < 0 ? parameters.shared[shared.indexOf('log-slope')] : values[from + slope];
    values[from + intercept] += mean * Math.exp(logSlope);
  }
}
