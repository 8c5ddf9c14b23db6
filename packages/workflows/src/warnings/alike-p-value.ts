import { stream } from '@goldpan/core';
import { normalCdf } from '@goldpan/stats';

/** Random orders that the order of the file is held against. */
const ORDERS = 999;

/** With more values the sum over neighbours of a random order is normal for all that matters, and orders take too long. */
const MOST_VALUES = 20_000;

/** The sum of the products of neighbours. O(n). */
export function neighbourProducts(values: Float64Array): number {
  let sum = 0;
  for (let i = 1; i < values.length; i++) sum += values[i - 1] * values[i];
  return sum;
}

/**
 * How likely neighbours are at least as alike in a random order: one-sided p-value of the sum of their products, at least 0.001.
 *
 * @param centred - shape (n), of mean 0, at least 4
 * @param random - `seed` of the orders, and `most`: more values than this are tested by the normal approximation; default 20,000
 * @remarks Permutation test with 999 seeded orders, O(999 · n); above, A. Wald and J. Wolfowitz, An exact test for randomness in the
 * non-parametric case based on serial correlation (1943), with the moments of a sum that does not close the circle, O(n).
 */
export function alikePValue(
  centred: Float64Array,
  { seed, most = MOST_VALUES }: { seed: number; most?: number },
): number {
  const observed = neighbourProducts(centred);
  if (centred.length > most) {
    const { mean, deviation } = productMoments(centred);
    return Math.max(1 / (ORDERS + 1), normalCdf((mean - observed) / deviation));
  }
  const rng = stream(seed, 'inspect/order');
  const shuffled = centred.slice();
  let asHigh = 1;
  for (let order = 0; order < ORDERS; order++)
    if (neighbourProducts(rng.shuffle(shuffled)) >= observed) asHigh++;
  return asHigh / (ORDERS + 1);
}

/** Mean and standard deviation of the sum of products of neighbours over all orders of centred values. O(n). */
export function productMoments(centred: Float64Array): { mean: number; deviation: number } {
  const n = centred.length;
  let [squares, fourths] = [0, 0];
  for (const value of centred) {
    const square = value * value;
    squares += square;
    fourths += square * square;
  }
  // Of the (n − 1)² products of two such products, n − 1 are of one pair, 2(n − 2) of pairs that share a value, the rest of four values.
  const ofOnePair = (squares ** 2 - fourths) / n;
  const ofOthers = (squares ** 2 - 2 * fourths) / (n * (n - 1));
  const mean = -squares / n;
  return { mean, deviation: Math.sqrt(ofOnePair + ofOthers - mean ** 2) };
}
