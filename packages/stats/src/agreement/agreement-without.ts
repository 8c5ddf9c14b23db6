import { sampleStandardDeviation } from '../summary/variance.js';
import {
  isOfKinds,
  reweighted,
  reweightedKinds,
  type AgreementCoefficient,
} from './agreement-coefficient.js';
import type { AgreementIntervalOptions } from './agreement-interval.js';
import { codedRatings } from './kernels/coded-ratings.js';
import { kindsWithout } from './kernels/kinds-without.js';
import { unitKinds } from './kernels/unit-kinds.js';
import { reweightedValues } from './kernels/reweighted-values.js';
import type { RatingRows } from './rating-rows.js';

/** What agreement is without one of the raters. */
export interface AgreementWithout {
  readonly rater: number;
  /** The coefficient over the ratings of the others. */
  readonly value: number;
  /** `value` minus the coefficient over all ratings: above 0 where the others agree better without this rater. */
  readonly gain: number;
  /** Standard deviation of the gain over replicates; NaN where fewer than two know it. */
  readonly deviation: number;
}

/**
 * A coefficient without each of some raters, and how sure the difference is.
 *
 * @param raters - whom to leave out, one at a time; those without whom the coefficient is not defined are not in the result
 * @remarks O(raters · replicates · ratings), as `agreementIntervals`.
 * @example
 * ```ts
 * import { agreementWithout, ratingRows, ratingTable } from '@goldpan/stats';
 *
 * const rows = ratingRows(ratingTable([[1, 1, 5], [2, 2, 1], [3, 3, 2], [4, 4, 1]]));
 * const streams = () => ({ integer: () => 0, shuffle: <T>(array: T) => array });
 * const [{ value, gain }] = agreementWithout(rows, 'alpha-interval', [2], { streams, replicates: 10 });
 * [value, gain > 1]; // → [1, true]
 * ```
 */
export function agreementWithout(
  rows: RatingRows,
  name: AgreementCoefficient,
  raters: readonly number[],
  options: AgreementIntervalOptions,
): AgreementWithout[] {
  const all = reweighted(rows)(name);
  if (typeof all === 'string') return [];
  const without = coefficientWithout(rows, name);
  const kept = raters.flatMap((rater) => {
    const of = without(rater);
    return typeof of === 'string' ? [] : [{ rater, of }];
  });
  const { whole, replicates } = reweightedValues(rows, [all, ...kept.map(({ of }) => of)], options);
  return kept.flatMap(({ rater }, at) => {
    const [value, drawn] = [whole[at + 1], replicates[at + 1]];
    if (Number.isNaN(value - whole[0])) return [];
    const gains = drawn.map((one, draw) => one - replicates[0][draw]).filter((gain) => !Number.isNaN(gain));
    const deviation = gains.length < 2 ? NaN : sampleStandardDeviation(gains);
    return [{ rater, value, gain: value - whole[0], deviation }];
  });
}

/** The coefficient without a rater. Where it does not depend on who rates, only the units that the rater rated are looked at anew. */
function coefficientWithout(rows: RatingRows, name: AgreementCoefficient) {
  if (rows.raters > 2 && isOfKinds(name)) {
    const coded = codedRatings(rows);
    const kinds = unitKinds(coded);
    const byRater = unitsByRater(rows, coded.codes);
    return (rater: number) => reweightedKinds(kindsWithout(kinds, byRater[rater]), name);
  }
  return (rater: number) => reweighted(rowsWithout(rows, rater))(name);
}

/** The units that each rater rated, with the codes of the ratings. */
function unitsByRater({ raters, starts, rater }: RatingRows, codes: Uint32Array) {
  const byRater = Array.from({ length: raters }, (): [unit: number, code: number][] => []);
  for (let unit = 0; unit + 1 < starts.length; unit++)
    for (let at = starts[unit]; at < starts[unit + 1]; at++) byRater[rater[at]].push([unit, codes[at]]);
  return byRater;
}

/** The same units without the ratings of a rater. */
function rowsWithout({ raters, starts, rater, values }: RatingRows, left: number): RatingRows {
  const taken = new Uint32Array(starts.length);
  const kept: number[] = [];
  for (let unit = 0; unit + 1 < starts.length; unit++) {
    for (let at = starts[unit]; at < starts[unit + 1]; at++) if (rater[at] !== left) kept.push(at);
    taken[unit + 1] = kept.length;
  }
  return {
    raters: raters - 1,
    starts: taken,
    rater: Uint32Array.from(kept, (at) => rater[at] - Number(rater[at] > left)),
    values: Float64Array.from(kept, (at) => values[at]),
  };
}
