import type { Estimate } from '@goldpan/core';

/** Degrees of freedom below which one unit has most of the weight: what it says is no skewness. */
const LEAST_FREE = 1.5;

/**
 * How much farther an interval must reach on the side of the judgements' tail, in standard errors: the second term of the Edgeworth series of
 * Student's t. A sample that lacks the few very bad items has a mean that is too good and a variance that is too small. The
 * skewness is that of all systems together, because one system's is not to be had from a few items. Above 0 = upwards, below = downwards;
 * 0 below three units, or where weights leave fewer to count. O(n·S).
 *
 * @param reach - of the interval without it, in standard errors
 * @remarks N. J. Johnson, JASA 73 (1978); P. Hall, Annals of Statistics 16 (1988). For samples without replacement: G. J. Babu and
 * K. Singh, Sankhyā A 47 (1985).
 */
export function tailReach(estimate: Estimate, reach: number): number {
  const drawn = estimate.population === 'all' ? estimate.judged.length / estimate.items : 0;
  const free = estimate.systemDegreesOfFreedom.reduce((most, own) => Math.max(most, own), 0);
  if (estimate.unitCount < 3 || free < LEAST_FREE || drawn >= 1) return 0;
  const left = Math.sqrt(1 - drawn);
  return skewnessOfMeans(estimate) * (left / 2 + ((2 - drawn) * (reach ** 2 - 1)) / (6 * left));
}

/** Third moment of the systems' errors over the power 3/2 of the second, both summed over systems: γ/√n for items of equal weight. */
function skewnessOfMeans({ residuals, weights, units, unitCount, systems }: Estimate): number {
  const width = systems.length;
  const errors = new Float64Array(unitCount * width);
  const cells = new Float64Array(unitCount * width);
  residuals.forEach((residual, cell) => {
    if (Number.isNaN(residual)) return;
    const item = Math.floor(cell / width);
    const at = units[item] * width + (cell % width);
    errors[at] += weights[item] * residual;
    cells[at] += weights[item];
  });
  const centres = centresOf(errors, cells, width);
  let [squares, cubes] = [0, 0];
  errors.forEach((error, at) => {
    const centred = error - cells[at] * centres[at % width];
    squares += centred ** 2 / width;
    cubes += centred ** 3 / width;
  });
  // Unbiased moments: n²/((n − 1)(n − 2)) for the third, n/(n − 1) for the second.
  const unbiased = Math.sqrt(unitCount * (unitCount - 1)) / (unitCount - 2);
  return squares > 0 ? (unbiased * cubes) / squares ** 1.5 : 0;
}

/** Mean residual of each system: 0 but for what held-out residuals leave. */
function centresOf(errors: Float64Array, cells: Float64Array, width: number): Float64Array {
  return Float64Array.from({ length: width }, (_, system) => {
    let [sum, weight] = [0, 0];
    for (let at = system; at < errors.length; at += width) {
      sum += errors[at];
      weight += cells[at];
    }
    return weight > 0 ? sum / weight : 0;
  });
}
