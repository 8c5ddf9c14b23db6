import fc from 'fast-check';
import type { Problem, Row } from '../src/problem.js';

/** Problems of up to 8 units and 4 rows with whole coefficients of either sign. */
export const smallProgram: fc.Arbitrary<Problem> = fc.integer({ min: 1, max: 8 }).chain((size) => {
  const units = fc.uniqueArray(fc.nat({ max: size - 1 }), { minLength: 1 });
  const row = units.chain((members) =>
    fc
      .record({
        coefficients: fc.array(
          fc.integer({ min: -4, max: 9 }).map((value) => value || 1),
          { minLength: members.length, maxLength: members.length },
        ),
        lower: fc.oneof(fc.constant(-Infinity), fc.integer({ min: -5, max: 6 })),
        room: fc.oneof(fc.constant(Infinity), fc.nat({ max: 15 })),
      })
      .map(({ coefficients, lower, room }) =>
        rowOf(
          members.sort((a, b) => a - b),
          coefficients,
          { lower, upper: lower === -Infinity ? room : lower + room },
        ),
      ),
  );
  return fc
    .record({
      values: fc.array(fc.integer({ min: -3, max: 12 }), { minLength: size, maxLength: size }),
      rows: fc.array(row, { maxLength: 4 }),
    })
    .map(({ values, rows }) => ({ values: Float64Array.from(values, (value) => value / 4), rows }));
});

/** A row between two limits, with the names `lower` and `upper`. */
export function rowOf(
  units: readonly number[],
  coefficients: readonly number[],
  { lower = -Infinity, upper = Infinity }: { lower?: number; upper?: number },
): Row {
  return {
    units: Int32Array.from(units),
    coefficients: Float64Array.from(coefficients),
    lower,
    upper,
    lowerBy: 'lower',
    upperBy: 'upper',
  };
}

/** The sum of the coefficients of the chosen units of a row. */
export function sumOf({ units, coefficients }: Row, chosen: ArrayLike<number>): number {
  return units.reduce((total, unit, at) => total + (chosen[unit] ? coefficients[at] : 0), 0);
}

export function isMet({ rows }: Problem, chosen: ArrayLike<number>): boolean {
  return rows.every((row) => sumOf(row, chosen) >= row.lower && sumOf(row, chosen) <= row.upper);
}

/** All ways to choose among some units. */
export function allSets(size: number): number[][] {
  return Array.from({ length: 1 << size }, (_, set) =>
    Array.from({ length: size }, (_value, unit) => (set >> unit) & 1),
  );
}

/** All selections that meet every row, with their values. */
export function allSelections(task: Problem): { chosen: number[]; value: number }[] {
  return allSets(task.values.length)
    .filter((chosen) => isMet(task, chosen))
    .map((chosen) => ({
      chosen,
      value: task.values.reduce((sum, value, at) => sum + value * chosen[at], 0),
    }));
}
