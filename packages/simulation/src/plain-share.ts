import { mean } from '@goldpan/stats';

/** What is reached at some sizes, ascending. */
export interface Reached {
  readonly sizes: readonly number[];
  readonly values: ArrayLike<number>;
}

/**
 * Items needed to reach what plain means of random items reach, as a share of those, on average over the sizes of the latter: below 1
 * = fewer. Between two sizes the values are taken to lie on a line; from the smallest size none is known, so that it counts as needed.
 *
 * @returns null where one of them is never reached. O(sizes²)
 */
export function plainShare({ sizes, values }: Reached, plain: Reached): number | null {
  const shares = plain.sizes.map((size, k) => {
    const goal = plain.values[k];
    const at = sizes.findIndex((_, i) => values[i] >= goal);
    if (at < 1) return at < 0 ? Infinity : sizes[0] / size;
    const part = (goal - values[at - 1]) / (values[at] - values[at - 1]);
    return (sizes[at - 1] + part * (sizes[at] - sizes[at - 1])) / size;
  });
  const share = mean(shares);
  return share === Infinity ? null : share;
}
