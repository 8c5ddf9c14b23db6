import { mean } from '@goldpan/stats';
import type { SizeGain } from './comparison.js';
import { itemsAt } from './items-at.js';
import type { Measured } from './measured.js';
import { simultaneousIntervals, widened } from './simultaneous-intervals.js';
import { verdictOf } from './verdict-of.js';

/**
 * The gains of all contestants at each size: the best choice at 5 % need not be the best at 40 %. Intervals are simultaneous over the
 * contestants, as those of the mean gain, and not over the sizes. O(sizes · contestants · resamplings).
 *
 * @returns per size, per contestant
 */
export function gainsBySize({ estimates, outcomes, settings, factor }: Measured): SizeGain[][] {
  const { shares, dataset } = settings;
  return shares.map((share, k) => {
    const values = estimates.map(({ gains }) => gains[k]);
    const intervals = simultaneousIntervals(
      values,
      estimates.map((_, c) => outcomes.map((outcome) => outcome.contestants[c]?.gains[k] ?? NaN)),
      { noise: mean(outcomes.map(({ noises }) => noises[k])) },
    );
    return values.map((value, c) => {
      const { low, high } = widened(intervals[c], value, factor);
      return {
        size: itemsAt(share, dataset.size),
        mean: value,
        low,
        high,
        verdict: verdictOf(value, { low, high }),
      };
    });
  });
}
