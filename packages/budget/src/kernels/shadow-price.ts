import type { Row } from '../problem.js';

/** So many turning points are sorted; while there are more between two prices, the distance is halved. */
const FEW = 64;

/** Room for sorting, and a count of the coefficients looked at; made once for many calls. */
export interface PriceWork {
  lookedAt: number;
  readonly sizes: Float64Array;
  readonly steps: Float64Array;
}

export function priceWork(): PriceWork {
  return { lookedAt: 0, sizes: new Float64Array(FEW), steps: new Float64Array(FEW) };
}

/** A row whose shadow price is looked for, and what its units have left at its current price. */
interface Search {
  readonly row: Row;
  readonly reduced: Float64Array;
  readonly current: number;
  /** 1: the price is above 0 and holds the row below its upper limit; -1: it is below 0 and lifts it to its lower one. */
  readonly sign: 1 | -1;
  readonly work: PriceWork;
}

/**
 * The shadow price of a row (its Lagrange multiplier) at which it is just met while all others stay: 0 where it is met without one, else the
 * nearest price to 0 at which it is. This is where the relaxed value is lowest along this price.
 *
 * @remarks The sum of a row is a staircase in its price. Its steps are halved down to 64 and these are sorted:
 * O(units · log units).
 */
export function shadowPrice(
  row: Row,
  reduced: Float64Array,
  at: { current: number; work: PriceWork },
): number {
  const free = sumAt({ row, reduced, ...at, sign: 1 }, 0);
  if (free >= row.lower && free <= row.upper) return 0;
  const search: Search = { row, reduced, ...at, sign: free > row.upper ? 1 : -1 };
  if (row.units.length <= FEW) return search.sign * firstMet(search, { low: 0, high: Infinity, sum: free })!;
  let { low, high } = bracket(search);
  for (;;) {
    const size = firstMet(search, { low, high, sum: sumAt(search, low) });
    if (size !== undefined) return search.sign * size;
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) return search.sign * high;
    if (isMet(search, sumAt(search, middle))) high = middle;
    else low = middle;
  }
}

/** The sum of the row over the units that are worth it at a price of this size. */
function sumAt({ row, reduced, current, sign, work }: Search, size: number): number {
  const { units, coefficients } = row;
  const rise = sign * size - current;
  let sum = 0;
  for (let k = 0; k < units.length; k++) {
    if (reduced[units[k]] - rise * coefficients[k] > 0) sum += coefficients[k];
  }
  work.lookedAt += units.length;
  return sum;
}

function isMet({ row, sign }: Search, sum: number): boolean {
  return sign > 0 ? sum <= row.upper : sum >= row.lower;
}

/** Two sizes, the row not met at the lower one and met at the higher one, near the current price where it has the sign. */
function bracket(search: Search): { low: number; high: number } {
  const { row, current, sign } = search;
  const usual = 1e-3 / meanSize(row.coefficients);
  const start = current * sign > 1e-9 * usual ? Math.abs(current) : usual;
  const isMetAt = (size: number) => isMet(search, sumAt(search, size));
  let step = start / 1024;
  if (isMetAt(start)) {
    let high = start;
    for (; high > step; step *= 4) {
      if (!isMetAt(high - step)) return { low: high - step, high };
      high -= step;
    }
    return { low: 0, high };
  }
  let low = start;
  for (; low < Number.MAX_VALUE && !isMetAt(low + step); step *= 4) low += step;
  return { low, high: low + step };
}

/** The first size from `low` to `high` at which the row is met; undefined where too many units turn in between. */
function firstMet(
  search: Search,
  { low, high, sum }: { low: number; high: number; sum: number },
): number | undefined {
  const few = sortTurns(search, low, high);
  if (few === undefined) return undefined;
  const { sizes, steps } = search.work;
  for (let turn = 0; turn < few; turn++) {
    sum -= search.sign * steps[turn];
    if (isMet(search, sum)) return sizes[turn];
  }
  return Number.isFinite(high) ? high : few > 0 ? sizes[few - 1] : low;
}

/**
 * Sorts the sizes between two at which units turn, with the size of their coefficients, into the work arrays.
 *
 * @returns how many there are; undefined where they are too many
 */
function sortTurns(
  { row, reduced, current, sign, work }: Search,
  low: number,
  high: number,
): number | undefined {
  const { units, coefficients } = row;
  const { sizes, steps } = work;
  work.lookedAt += units.length;
  let few = 0;
  for (let k = 0; k < units.length; k++) {
    const size = sign * (current + reduced[units[k]] / coefficients[k]);
    // At the lower size itself a unit has turned already if its coefficient pays the price, and not if it earns it.
    if (size < low || size > high || (size === low && sign * coefficients[k] > 0)) continue;
    if (few === sizes.length) return undefined;
    let to = few++;
    for (; to > 0 && sizes[to - 1] > size; to--) {
      sizes[to] = sizes[to - 1];
      steps[to] = steps[to - 1];
    }
    sizes[to] = size;
    steps[to] = Math.abs(coefficients[k]);
  }
  return few;
}

/** The mean of the absolute values. */
export function meanSize(coefficients: Float64Array): number {
  let sum = 0;
  for (const coefficient of coefficients) sum += Math.abs(coefficient);
  return sum / coefficients.length;
}
