import type { ScoreMatrix } from '@goldpan/core';
import { scoreRounding, scoreScale } from './score-scale.js';

/**
 * Scores as whole numbers of a common unit, so that any sum of them is exact and does not depend on its order. Where one
 * number is too short for both the largest score and the smallest difference, a score is several: its digits.
 */
export interface WholeScores {
  readonly systems: number;
  /** Digits per score, most often 1. */
  readonly digits: number;
  /** The base of the digits. */
  readonly base: number;
  /** Shape (items, digits, systems), row-major, the highest digit first; NaN where a score is missing. */
  readonly values: Float64Array;
}

/** Sums of this many scores are exact, whatever the number of items. */
const LEAST_CAPACITY = 2 ** 16;

/** The exponent of the smallest double above 0. */
const SMALLEST_EXPONENT = -1074;

/**
 * How many scores of a matrix may be added up exactly: at least four times its items, so that samples with repetition fit.
 */
export function exactCapacity(items: number): number {
  return Math.max(LEAST_CAPACITY, 2 ** Math.ceil(Math.log2(4 * items)));
}

/**
 * Rounds scores to multiples of a power of two that is 2^-36 or less of the `scoreScale` (for up to 16,384 items; more items
 * need more headroom), but not finer than the scores themselves were rounded, and gives the multiples.
 */
export function wholeScores(matrix: ScoreMatrix): WholeScores {
  const { items, systems, values } = matrix;
  let largest = 0;
  for (let cell = 0; cell < values.length; cell++) {
    const size = Math.abs(values[cell]);
    if (size > largest) largest = size;
  }
  // A digit stays below 2^52 / capacity, and so sums of as many as that below 2^52.
  const bits = 52 - Math.log2(exactCapacity(items));
  const exponent = unitExponent(matrix, largest, bits);
  const digits = Math.max(1, Math.ceil((ceilLog2(largest) - exponent) / bits));
  const whole = new Float64Array(values.length * digits);
  const rest = values.slice();
  for (let digit = 0; digit < digits; digit++) {
    const unit = 2 ** (exponent + bits * (digits - 1 - digit));
    const round = digit === digits - 1 ? Math.round : Math.trunc;
    for (let item = 0, cell = 0; item < items; item++) {
      let at = (item * digits + digit) * systems;
      for (let system = 0; system < systems; system++, cell++) {
        whole[at++] = round(rest[cell] / unit);
        rest[cell] -= whole[at - 1] * unit;
      }
    }
  }
  return { systems, digits, base: 2 ** bits, values: whole };
}

function unitExponent(matrix: ScoreMatrix, largest: number, bits: number): number {
  const scale = scoreScale(matrix, largest);
  const exponent = ceilLog2(scale) - bits;
  // Beside larger scores the unit may come to lie below the last bits of the scores, where decimals that tie differ.
  const finest = scale < largest ? ceilLog2(scoreRounding(matrix)) : SMALLEST_EXPONENT;
  return Math.max(exponent, finest, SMALLEST_EXPONENT);
}

/** −∞ for 0. */
function ceilLog2(size: number): number {
  return Math.ceil(Math.log2(size));
}
