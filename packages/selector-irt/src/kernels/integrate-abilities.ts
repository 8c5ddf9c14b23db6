import { abilityGrid, gridRow, type AbilityGrid } from './ability-grid.js';
import { climbItems } from './climb-items.js';
import type { Estimate, Problem } from './estimate.js';
import { modeSearch } from './find-mode.js';
import { fixedPoint } from './fixed-point.js';
import { gridAccuracy } from './grid-accuracy.js';
import { movePopulation, moveShared } from './maximisation.js';
import { packParameters, pointsOf, unpackParameters } from './parameters.js';
import { standardiseGrid } from './standardise-grid.js';

/**
 * Marginal maximum a posteriori estimation with the abilities integrated out, as is usual in psychometrics: abilities are
 * random, standard normal; items and their population are estimated. Right where systems are many and items are few.
 *
 * O(N · S · nodes · dimensions²) time a pass. Bock and Aitkin, Psychometrika 46 (1981).
 */
export function integrateAbilities(problem: Problem): Estimate {
  const { family, responses, prior, start } = problem;
  const length = responses.items * family.coordinates.length;
  const search = modeSearch(family, gridRow(responses.systems).abilities.length);
  let around: Pick<AbilityGrid, 'means' | 'deviations'> = {
    means: start.abilities,
    deviations: new Float64Array(responses.systems).fill(0.5),
  };
  const read = (at: Float64Array) => {
    const modes = at.slice(0, length);
    const parameters = unpackParameters(at.subarray(length), family);
    const grid = abilityGrid({ family, responses, points: pointsOf(modes, parameters) }, around);
    return { modes, parameters, grid };
  };
  const climb = (at: Float64Array) => {
    const { modes, parameters, grid } = read(at);
    const moments = climbItems(search, { responses, parameters, grid }, modes);
    const shared = moveShared(problem, parameters.shared, moments);
    const moved = { ...parameters, ...movePopulation(prior, parameters.mean, moments), shared };
    around = standardiseGrid(family, grid, { parameters: moved, modes });
    return join(modes, packParameters(moved));
  };
  const first = packParameters({ ...start, abilities: new Float64Array(0) });
  const { at, converged, passes, change } = fixedPoint(climb, join(problem.modes, first), problem);
  const { modes: means, parameters, grid } = read(at);
  const uncertain = gridAccuracy({ family, responses, parameters, means, grid });
  // The prior of the items may leave the abilities a little off the standard.
  const { means: abilities } = standardiseGrid(family, grid, { parameters, modes: means });
  return { parameters: { ...parameters, abilities }, means, converged, passes, change, ...uncertain };
}

function join(a: Float64Array, b: Float64Array): Float64Array {
  const joined = new Float64Array(a.length + b.length);
  joined.set(a);
  joined.set(b, a.length);
  return joined;
}
