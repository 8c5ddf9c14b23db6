import type { Problem, Row } from '../problem.js';
import { meanSize, priceWork, shadowPrice, type PriceWork } from './shadow-price.js';

/** A bound on a problem and, per unit, its value after paying the prices of the rows behind the bound. */
export interface LagrangianBound {
  readonly bound: number;
  /** Above 0: worth its prices. No selection that decides a unit otherwise exceeds bound − |reduced|. */
  readonly reduced: Float64Array;
  /** The bound is below what any selection has: there is no selection that meets all rows. */
  readonly isInfeasible: boolean;
}

/** Where the descent ends: gain of a sweep as a share of all values, sweeps, coefficients looked at. */
const LEAST_GAIN = 1e-9;
const MOST_SWEEPS = 1000;
const MOST_LOOKED_AT = 400_000_000;

/** Where a descent stands: the shadow prices of the rows, and what they leave of the values. */
interface Point {
  readonly prices: Float64Array;
  readonly reduced: Float64Array;
}

/**
 * An upper bound by Lagrangian relaxation: every row gets a shadow price, every unit pays the prices of its rows, and units with
 * something left are taken. The prices are found by coordinate descent: one row after another gets the price at which it
 * is just met; after each sweep the step of the whole sweep is repeated as long as that gains. The bound is valid for any
 * prices; at the best ones it equals that of the linear program.
 *
 * @param leastGain - the descent ends when a sweep gains less than this share of the sum of all values
 * @remarks O(coefficients · sweeps · log units); ends after 400 million coefficients looked at (about 2 s).
 */
export function lagrangianBound({ values, rows }: Problem, leastGain = LEAST_GAIN): LagrangianBound {
  let point: Point = { prices: new Float64Array(rows.length), reduced: values.slice() };
  let bound = relaxed(rows, point);
  let [lowest, range] = [0, 0];
  for (const value of values) {
    lowest += Math.min(0, value);
    range += Math.abs(value);
  }
  // Prices grow without end where no selection is possible; what they round off must not look like a proof.
  const isBelowAll = () => {
    const below = lowest - 1e-6 * range - bound;
    return below > 0 && below > 1e-10 * turnover(rows, point.prices);
  };
  const work = priceWork();
  for (let sweep = 0; sweep < MOST_SWEEPS && work.lookedAt < MOST_LOOKED_AT && !isBelowAll(); sweep++) {
    const swept = { prices: point.prices.slice(), reduced: point.reduced.slice() };
    rows.forEach((row, k) => updatePrice(row, k, { point: swept, work }));
    const next = stride(rows, { from: point, to: swept, work });
    const gain = bound - next.bound;
    if (gain > 0) ({ point, bound } = next);
    if (!(gain > leastGain * range)) break;
  }
  return { bound, reduced: point.reduced, isInfeasible: isBelowAll() };
}

/** The value of the relaxed problem: all units worth their prices, and the prices of the limits. */
function relaxed(rows: readonly Row[], { prices, reduced }: Point): number {
  let sum = 0;
  for (let unit = 0; unit < reduced.length; unit++) if (reduced[unit] > 0) sum += reduced[unit];
  rows.forEach((row, k) => {
    if (prices[k] !== 0) sum += prices[k] * (prices[k] > 0 ? row.upper : row.lower);
  });
  return sum;
}

/** The size of the numbers that a bound is the sum of. */
function turnover(rows: readonly Row[], prices: Float64Array): number {
  return rows.reduce((sum, row, k) => {
    const limit = prices[k] > 0 ? row.upper : row.lower;
    const size = Number.isFinite(limit) ? Math.abs(limit) : 0;
    return sum + Math.abs(prices[k]) * (size + row.units.length * meanSize(row.coefficients));
  }, 0);
}

/** Goes on in the direction of a sweep, in steps that double, as long as the bound falls. */
function stride(
  rows: readonly Row[],
  { from, to, work }: { from: Point; to: Point; work: PriceWork },
): { point: Point; bound: number } {
  let best = { point: to, bound: relaxed(rows, to) };
  for (let step = 1; step < 2 ** 20; step *= 2) {
    work.lookedAt += to.reduced.length;
    const ahead = (a: Float64Array, b: Float64Array) => b.map((value, at) => value + step * (value - a[at]));
    const point = { prices: ahead(from.prices, to.prices), reduced: ahead(from.reduced, to.reduced) };
    const bound = relaxed(rows, point);
    if (!(bound < best.bound)) break;
    best = { point, bound };
  }
  return best;
}

/** Sets the price of a row to where the row is just met, and lets its units pay the difference. */
function updatePrice(row: Row, k: number, { point, work }: { point: Point; work: PriceWork }): void {
  const { prices, reduced } = point;
  const price = shadowPrice(row, reduced, { current: prices[k], work });
  const rise = price - prices[k];
  if (rise === 0) return;
  for (let at = 0; at < row.units.length; at++) reduced[row.units[at]] -= rise * row.coefficients[at];
  prices[k] = price;
}
