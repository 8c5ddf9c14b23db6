import { stream } from '@goldpan/core';
import type { Problem } from '../src/index.js';

/** A market split problem: dense rows that must be met exactly. With 60 units and five rows no solver ends in seconds. */
export function hardProblem({ size = 60, count = 5 } = {}): Problem {
  const rng = stream(1, 'market split');
  const all = Int32Array.from({ length: size }, (_, unit) => unit);
  const rows = Array.from({ length: count }, () => {
    const coefficients = Float64Array.from(all, () => 1 + rng.integer(99));
    const half = Math.floor(coefficients.reduce((sum, value) => sum + value, 0) / 2);
    return { units: all, coefficients, lower: half, upper: half, lowerBy: 'split', upperBy: 'split' };
  });
  return { values: Float64Array.from(all, () => rng.next()), rows };
}
