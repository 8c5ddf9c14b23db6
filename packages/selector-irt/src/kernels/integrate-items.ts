import { accuracy } from './accuracy.js';
import type { Estimate, Problem } from './estimate.js';
import { expectation } from './expectation.js';
import { fixedPoint } from './fixed-point.js';
import { itemWorkspace } from './item-workspace.js';
import { maximise } from './maximisation.js';
import { ruleFor } from './normal-rule.js';
import { packParameters, unpackParameters } from './parameters.js';

/**
 * Marginal maximum a posteriori estimation with the items integrated out: each item's coordinates are random, drawn from a
 * normal population; abilities and population are estimated. Right where items are many and each is seen by few systems.
 *
 * O(N · S · nodes) time a pass, N·dimensions memory beside the scores.
 */
export function integrateItems(problem: Problem): Estimate {
  const { family, responses, prior } = problem;
  const work = itemWorkspace(family, ruleFor(family.coordinates.length), responses.systems);
  const modes = problem.modes.slice();
  const climb = (at: Float64Array) => {
    const parameters = unpackParameters(at, family);
    const seen = expectation(work, { responses, parameters, modes });
    return packParameters(maximise(problem, parameters, seen));
  };
  const { at, converged, passes, change } = fixedPoint(climb, packParameters(problem.start), problem);
  const parameters = unpackParameters(at, family);
  return {
    parameters,
    converged,
    passes,
    change,
    ...accuracy(work, { responses, parameters, modes, prior }),
  };
}
