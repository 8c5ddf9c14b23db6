import { outOfRange } from '../errors.js';
import { reweighted, type AgreementCoefficient } from './agreement-coefficient.js';
import type { AgreementIntervalOptions, CoefficientInterval } from './agreement-interval.js';
import { undefinedBecause } from './coefficient.js';
import { reweightedValues } from './kernels/reweighted-values.js';
import { percentileEnds } from './percentile-ends.js';
import type { RatingRows } from './rating-rows.js';

/**
 * Several coefficients of agreement, each with an interval: what `agreementInterval` says, from the same replicates for all and without
 * drawing tables.
 *
 * `kappa` and `kappa-quadratic` are Cohen's, of more than two raters the mean over pairs as Light has it (1971), each pair as often as it
 * has units in common; pairs whose ratings do not vary are left out.
 *
 * @param options.clusters - the cluster of each unit; with one cluster there is no interval
 * @returns in the order of the names
 * @throws STA_OUT_OF_RANGE
 * @remarks Percentile bootstrap. O(replicates · ratings) each, `alpha-ratio` O(replicates · different values²); where replicates times
 * ratings are above 2·10⁷ there are fewer replicates, at least 100.
 * @example
 * ```ts
 * import { agreementIntervals, ratingRows, ratingTable } from '@goldpan/stats';
 *
 * const rows = ratingRows(ratingTable([[1, 1], [2, 2], [3, 4], [4, 4], [2, 3]]));
 * const first = { integer: () => 0, shuffle: <T>(array: T) => array };
 * const [alpha, w] = agreementIntervals(rows, ['alpha-interval', 'kendall-w'], { streams: () => first, replicates: 20 });
 * [alpha.value.toFixed(3), w.value.toFixed(3)]; // → ['0.855', '0.974']
 * ```
 */
export function agreementIntervals(
  rows: RatingRows,
  names: readonly AgreementCoefficient[],
  options: AgreementIntervalOptions,
): CoefficientInterval[] {
  const { level = 0.95 } = options;
  if (!(level > 0 && level < 1))
    throw outOfRange('the level of an interval of agreement', 'in (0, 1)', level);
  const coefficients = names.map(reweighted(rows));
  const defined = coefficients.filter((coefficient) => typeof coefficient !== 'string');
  const { whole, replicates } = reweightedValues(rows, defined, options);
  let next = 0;
  return coefficients.map((coefficient) => {
    const none = { low: NaN, high: NaN, level, replicates: 0 };
    if (typeof coefficient === 'string') return { ...undefinedBecause(coefficient), ...none };
    const [value, drawn] = [whole[next], replicates[next++]];
    if (Number.isNaN(value)) return { ...undefinedBecause('no variation'), ...none };
    return { value, level, ...percentileEnds(drawn, level) };
  });
}
