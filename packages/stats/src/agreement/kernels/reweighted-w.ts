import { ratioOrNaN, type Reweighted } from './reweighted.js';

/** Kendall's W of reweighted units that all raters rated, row after row. O(ratings) a call: each rater's order is found once. */
export function reweightedW({ raters, values }: { raters: number; values: Float64Array }): Reweighted {
  const units = values.length / raters;
  const orders = Array.from({ length: raters }, (_, rater) =>
    Uint32Array.from({ length: units }, (_unit, unit) => unit).sort(
      (a, b) => values[a * raters + rater] - values[b * raters + rater],
    ),
  );
  const sums = new Float64Array(units);
  return (weights) => {
    sums.fill(0);
    let [total, ties] = [0, 0];
    for (let unit = 0; unit < units; unit++) total += weights[unit];
    for (let rater = 0; rater < raters; rater++) {
      const order = orders[rater];
      let below = 0;
      for (let from = 0; from < units;) {
        const value = values[order[from] * raters + rater];
        let [to, count] = [from, 0];
        for (; to < units && values[order[to] * raters + rater] === value; to++) count += weights[order[to]];
        for (let at = from; at < to; at++) sums[order[at]] += below + (count + 1) / 2;
        below += count;
        ties += count ** 3 - count;
        from = to;
      }
    }
    const centre = (raters * (total + 1)) / 2;
    let squares = 0;
    for (let unit = 0; unit < units; unit++) squares += weights[unit] * (sums[unit] - centre) ** 2;
    return total < 2 ? NaN : ratioOrNaN(12 * squares, raters * raters * (total ** 3 - total) - raters * ties);
  };
}
