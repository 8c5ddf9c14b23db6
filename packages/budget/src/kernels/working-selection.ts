import type { Problem } from '../problem.js';

/** Rows are met up to this share of their size: rounding of sums that are not whole numbers. */
const ROUNDING = 1e-12;

/**
 * A selection that is being worked on: knows the sum of every row, and what flipping a unit would change. The violation is
 * how far the rows are from being met, each in multiples of its mean coefficient; 0 = every row is met.
 */
export class WorkingSelection {
  readonly chosen: Uint8Array;
  readonly #problem: Problem;
  readonly #sums: Float64Array;
  readonly #lower: Float64Array;
  readonly #upper: Float64Array;
  readonly #scale: Float64Array;
  // Rows by unit: those of unit u are starts[u] … starts[u + 1] − 1.
  readonly #starts: Int32Array;
  readonly #rows: Int32Array;
  readonly #coefficients: Float64Array;

  /** Starts from nothing chosen. O(coefficients). */
  constructor(problem: Problem) {
    const { values, rows } = problem;
    this.#problem = problem;
    this.chosen = new Uint8Array(values.length);
    this.#sums = new Float64Array(rows.length);
    this.#lower = Float64Array.from(rows, (row) => row.lower - ROUNDING * Math.abs(row.lower || 0));
    this.#upper = Float64Array.from(rows, (row) => row.upper + ROUNDING * Math.abs(row.upper || 0));
    this.#scale = Float64Array.from(
      rows,
      (row) =>
        row.units.length / row.coefficients.reduce((sum, coefficient) => sum + Math.abs(coefficient), 0),
    );
    const starts = new Int32Array(values.length + 1);
    for (const row of rows) for (const unit of row.units) starts[unit + 1]++;
    for (let unit = 0; unit < values.length; unit++) starts[unit + 1] += starts[unit];
    this.#starts = starts.slice();
    this.#rows = new Int32Array(starts[values.length]);
    this.#coefficients = new Float64Array(starts[values.length]);
    rows.forEach((row, k) => {
      row.units.forEach((unit, at) => {
        this.#rows[starts[unit]] = k;
        this.#coefficients[starts[unit]++] = row.coefficients[at];
      });
    });
  }

  /** How far all rows together are from being met. O(rows). */
  violation(): number {
    let total = 0;
    for (let row = 0; row < this.#sums.length; row++) total += this.#excess(row, this.#sums[row]);
    return total;
  }

  /** What flipping a unit would add to the violation. O(rows of the unit). */
  change(unit: number): number {
    const sign = this.chosen[unit] ? -1 : 1;
    let change = 0;
    for (let at = this.#starts[unit]; at < this.#starts[unit + 1]; at++) {
      const row = this.#rows[at];
      const sum = this.#sums[row];
      change += this.#excess(row, sum + sign * this.#coefficients[at]) - this.#excess(row, sum);
    }
    return change;
  }

  /** Takes a unit in or out. O(rows of the unit). */
  flip(unit: number): void {
    const sign = this.chosen[unit] ? -1 : 1;
    for (let at = this.#starts[unit]; at < this.#starts[unit + 1]; at++) {
      this.#sums[this.#rows[at]] += sign * this.#coefficients[at];
    }
    this.chosen[unit] ^= 1;
  }

  /** The names of the row sides that are violated when some units are flipped together; each name once. */
  brokenBy(units: readonly number[]): string[] {
    const names = new Set<string>();
    for (const unit of units) this.flip(unit);
    for (const unit of units) {
      for (let at = this.#starts[unit]; at < this.#starts[unit + 1]; at++) {
        const row = this.#rows[at];
        const { lowerBy, upperBy } = this.#problem.rows[row];
        if (this.#excess(row, this.#sums[row]) > 0)
          names.add(this.#sums[row] > this.#upper[row] ? upperBy : lowerBy);
      }
    }
    for (const unit of units) this.flip(unit);
    return [...names];
  }

  #excess(row: number, sum: number): number {
    if (sum > this.#upper[row]) return (sum - this.#upper[row]) * this.#scale[row];
    return sum < this.#lower[row] ? (this.#lower[row] - sum) * this.#scale[row] : 0;
  }
}
