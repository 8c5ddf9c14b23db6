import type { Warning } from '@goldpan/core';
import { amountText } from './words.js';

/** Inverse probabilities sum to the pool, give or take what chance does; beyond this factor they are of another pool or design. */
const MOST_TIMES_THE_POOL = 2;
/** Fewer items than this say nothing of how they vary. */
const LEAST_ITEMS = 3;

/**
 * What is wrong with inclusion probabilities as a whole: their inverses do not sum to the pool, or so few items have all the weight that
 * intervals say nothing. O(n).
 *
 * @param pool - number of items they were drawn from; undefined where it is not known
 */
export function weightWarnings(
  inclusion: Float64Array,
  judged: Uint32Array,
  pool: number | undefined,
): Warning[] {
  const weights = Float64Array.from(judged, (item) => 1 / inclusion[item]);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const effective = sum ** 2 / weights.reduce((total, weight) => total + weight ** 2, 0);
  const times = pool === undefined ? 1 : Math.max(sum / pool, pool / sum);
  // Of a sample in order fewer may be judged than were drawn: weights that are equal are then all too small, which changes nothing.
  const isPart = sum < (pool ?? 0) && weights.every((weight) => weight === weights[0]);
  return [
    ...(times > MOST_TIMES_THE_POOL
      ? [isPart ? partly(pool! / weights[0], judged.length) : doNotSum(sum, pool!)]
      : []),
    ...(effective < Math.min(LEAST_ITEMS, judged.length - 0.5) ? [fewWeigh(effective, judged.length)] : []),
  ];
}

function doNotSum(sum: number, pool: number): Warning {
  return {
    code: 'WEIGHTS_DO_NOT_SUM',
    text:
      `The inverse inclusion probabilities of the judged items sum to ${amountText(sum)}, where ${pool} items are here: they are of another pool or ` +
      'not probabilities. Only their proportions are used.',
  };
}

function partly(drawn: number, judged: number): Warning {
  return {
    code: 'PARTLY_JUDGED',
    text: `By their probabilities about ${amountText(drawn)} items were drawn; the ${judged} that are judged count as drawn from them by chance.`,
  };
}

function fewWeigh(effective: number, judged: number): Warning {
  return {
    code: 'FEW_WEIGH',
    text: `Weights are so unequal that ${judged} judged items count as ${amountText(effective)}: intervals are as long as that makes them.`,
  };
}
