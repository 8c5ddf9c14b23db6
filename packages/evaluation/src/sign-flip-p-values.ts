import type { ScoreMatrix } from '@goldpan/core';
import { fullData, type FullDataOptions } from './full-data.js';

/**
 * Paired sign-flip permutation test between all pairs of systems at once: with T = Σ (a − b) over the items and T* the same
 * sum with random signs, shared by all pairs, p = P(T* ≥ T) is the one-sided p-value that a scores above b.
 *
 * @param scores - shape (items, systems), higher is better
 * @returns shape (systems, systems), row-major: `[a * systems + b]` is the p-value that a is better than b; 1 on the diagonal
 * and between identical systems. The share of permutations as it is: it can be 0.
 * @throws TOO_FEW_ITEMS, TOO_FEW_SYSTEMS, MISSING_CELLS, INVALID_SETTING
 * @remarks The p-values of soft pairwise accuracy (T* = T counts as reached). Scores are rounded to 2^-36 or less of the
 * largest, or of the smallest ordinary difference where the largest is no measure of those; sums that are as close as that
 * rounding allows count as equal. O(N·S·permutations + S²·permutations).
 *
 * @example
 * ```ts
 * import { signFlipPValues } from '@goldpan/evaluation';
 *
 * const scores = { items: 4, systems: 2, values: Float64Array.of(3, 1, 2, 1, 4, 2, 5, 1) };
 * // The first system wins all four items: only flips of no item reach its sum, one of 16 sign patterns.
 * const [, firstIsBetter] = signFlipPValues(scores, { permutations: 4000 });
 * Math.abs(firstIsBetter - 1 / 16) < 0.02; // → true
 * ```
 */
export function signFlipPValues(
  scores: ScoreMatrix,
  options: Omit<FullDataOptions, 'measured' | 'clusters'> = {},
): Float64Array {
  const { systems } = scores;
  const upper = fullData(scores, options).standing;
  // With the columns turned round, the upper triangle holds the pairs the other way about.
  const lower = fullData(turned(scores), options).standing;
  const pValues = new Float64Array(systems * systems).fill(1);
  let pair = 0;
  for (let a = 0; a < systems; a++) {
    for (let b = a + 1; b < systems; b++, pair++) {
      pValues[a * systems + b] = upper.flipCounts[pair] / upper.permutations;
      pValues[b * systems + a] =
        lower.flipCounts[pairIndex(systems - 1 - b, systems - 1 - a, systems)] / lower.permutations;
    }
  }
  return pValues;
}

function turned({ items, systems, values }: ScoreMatrix): ScoreMatrix {
  const last = systems - 1;
  return {
    items,
    systems,
    values: values.map((_, cell) => values[cell - (cell % systems) + (last - (cell % systems))]),
  };
}

/** Where the pair a < b stands in the upper triangle, row by row. */
function pairIndex(a: number, b: number, systems: number): number {
  return (a * (2 * systems - a - 1)) / 2 + (b - a - 1);
}
