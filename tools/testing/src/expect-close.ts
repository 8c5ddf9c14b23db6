import { expect } from 'vitest';

/** How far a number may be from what is expected; name one. */
export type Tolerance = { readonly relative: number } | { readonly absolute: number };

/**
 * Asserts that a number, or every element of a vector, is within a named tolerance of what is expected.
 * NaN equals NaN and an infinity equals itself. The message names the element, the difference and the tolerance.
 */
export function expectClose(
  actual: number | ArrayLike<number>,
  expected: number | ArrayLike<number>,
  tolerance: Tolerance,
): void {
  if (typeof actual === 'number' || typeof expected === 'number') {
    return check(Number(actual), Number(expected), { tolerance, where: '' });
  }
  expect(actual.length, 'number of elements').toBe(expected.length);
  for (let i = 0; i < expected.length; i++) check(actual[i], expected[i], { tolerance, where: ` at [${i}]` });
}

function check(actual: number, expected: number, at: { tolerance: Tolerance; where: string }): void {
  if (Object.is(actual, expected) || actual === expected) return;
  const { tolerance, where } = at;
  const allowed = 'absolute' in tolerance ? tolerance.absolute : tolerance.relative * Math.abs(expected);
  const delta = Math.abs(actual - expected);
  if (!(delta <= allowed)) {
    expect.fail(
      `got ${actual}, expected ${expected}${where}: they differ by ${delta}, allowed is ${allowed}`,
    );
  }
}
