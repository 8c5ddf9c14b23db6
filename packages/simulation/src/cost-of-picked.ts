import { stream, type Dataset, type Registry } from '@goldpan/core';
import { mean } from '@goldpan/stats';
import { choose, chosenAt } from './choice.js';
import { itemsAt } from './items-at.js';

/** Choices of a selector whose choice hangs on the seed, as that of `half-picked` does; their mean is taken. */
const DRAWS = 10;

/** Who picks of which data, and what its items cost. */
interface Picking {
  readonly dataset: Dataset;
  readonly registry: Registry;
  readonly selector: string;
  readonly options?: unknown;
  readonly costs?: Float64Array;
  readonly seed?: number;
}

/**
 * What an item costs on average that a selector picks of the whole data at a share.
 *
 * @param share - in (0, 1]; null = the goal is never reached
 * @returns null without costs or a share
 * @throws what the selector throws
 * @remarks One run of a selector that is deterministic, ten of another.
 */
export async function costOfPicked(picking: Picking, share: number | null): Promise<number | null> {
  const { dataset, registry, costs, options = {}, seed = 0 } = picking;
  if (costs === undefined || share === null) return null;
  const selector = registry.selector(picking.selector);
  const draws = selector.traits.deterministic ? 1 : DRAWS;
  let sum = 0;
  for (let draw = 0; draw < draws; draw++) {
    const choice = await choose(selector, dataset, {
      ...{ options, registry, costs, shares: [share] },
      seed: stream(seed, 'plan/cost', draw).integer(2 ** 31),
    });
    const chosen = chosenAt(choice, 0, itemsAt(share, dataset.size));
    sum += mean(Float64Array.from(chosen, (item) => costs[item]));
  }
  return sum / draws;
}
