import type { SelectorResult } from '@goldpan/core';

/**
 * A drawn sample as a selector gives it: the items in the order in which they are to be judged, their inclusion probabilities, and as
 * weights how many items each of them stands for (1/probability; 0 for items not drawn).
 *
 * @param chosen - item indices
 * @param inclusion - shape (N)
 */
export function sampleOf(chosen: ArrayLike<number>, inclusion: Float64Array): SelectorResult {
  const weights = new Float64Array(inclusion.length);
  for (let i = 0; i < chosen.length; i++) weights[chosen[i]] = 1 / inclusion[chosen[i]];
  return { chosen, inclusion, weights };
}
