import { stream } from '@goldpan/core';
import type { Problem } from '../src/index.js';

/** A market split problem: 60 units, five dense rows that must be met exactly. No solver ends in seconds. */
export function hardProblem(): Problem {
  const rng = stream(1, 'market split');
  const all = Int32Array.from({ length: 60 }, (_, unit) => unit);
  const rows = Array.from({ length: 5 }, () => {
    const coefficients = Float64Array.from(all, () => 1 + rng.integer(99));
    const half = Math.floor(coefficients.reduce((sum, value) => sum + value, 0) / 2);
    return { units: all, coefficients, lower: half, upper: half, lowerBy: 'split', upperBy: 'split' };
  });
  return { values: Float64Array.from(all, () => rng.next()), rows };
}
