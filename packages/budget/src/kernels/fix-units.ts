import type { Problem, Row } from '../problem.js';

/** What is left of a problem when some of its units are decided. */
export interface FixedProblem {
  readonly problem: Problem;
  /** The undecided units, by their number in the whole problem. */
  readonly free: Int32Array;
  /** The value of the units decided to be chosen. */
  readonly base: number;
}

/**
 * Decides units: 1 chosen, -1 not chosen, 0 left open. Rows that the open units cannot violate are dropped.
 *
 * @returns undefined when some row cannot be met any more
 * @remarks O(units + coefficients).
 */
export function fixUnits({ values, rows }: Problem, decided: Int8Array): FixedProblem | undefined {
  const free = Int32Array.from(values, (_, unit) => unit).filter((unit) => decided[unit] === 0);
  const position = new Int32Array(values.length).fill(-1);
  free.forEach((unit, at) => (position[unit] = at));
  let base = 0;
  for (let unit = 0; unit < values.length; unit++) if (decided[unit] === 1) base += values[unit];
  const left: Row[] = [];
  for (const row of rows) {
    const { row: rest, reach } = restOf(row, decided, position);
    if (reach.highest < rest.lower || reach.lowest > rest.upper) return undefined;
    // A side that cannot be violated is no side.
    const lower = reach.lowest < rest.lower ? rest.lower : -Infinity;
    const upper = reach.highest > rest.upper ? rest.upper : Infinity;
    if (lower > -Infinity || upper < Infinity) left.push({ ...rest, lower, upper });
  }
  return { problem: { values: Float64Array.from(free, (unit) => values[unit]), rows: left }, free, base };
}

/** A row over the open units, and the lowest and highest sum they can give. */
function restOf(row: Row, decided: Int8Array, position: Int32Array) {
  const { units, coefficients } = row;
  let chosen = 0;
  let open = 0;
  const reach = { lowest: 0, highest: 0 };
  for (let k = 0; k < units.length; k++) {
    const coefficient = coefficients[k];
    if (decided[units[k]] === 1) chosen += coefficient;
    if (decided[units[k]] !== 0) continue;
    open++;
    if (coefficient > 0) reach.highest += coefficient;
    else reach.lowest += coefficient;
  }
  const rest = {
    ...row,
    units: new Int32Array(open),
    coefficients: new Float64Array(open),
    lower: row.lower - chosen,
    upper: row.upper - chosen,
  };
  for (let k = 0, to = 0; k < units.length; k++) {
    if (decided[units[k]] !== 0) continue;
    rest.units[to] = position[units[k]];
    rest.coefficients[to++] = coefficients[k];
  }
  return { row: rest, reach };
}
