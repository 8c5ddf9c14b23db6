import type { ScoreMatrix } from '@goldpan/core';
import { SignBits } from '../src/kernels/sign-bits.js';
import { differences, pairsOf, type SlowFlips } from './twins.js';

/** A finite double as a whole number of 2^-1074, the smallest double above 0: exact. */
export function exactly(value: number): bigint {
  const [bits] = new BigUint64Array(Float64Array.of(value).buffer);
  const exponent = (bits >> 52n) & 0x7ffn;
  const fraction = bits & 0xf_ffff_ffff_ffffn;
  const size = exponent === 0n ? fraction : (fraction | 0x10_0000_0000_0000n) << (exponent - 1n);
  return bits >> 63n === 1n ? -size : size;
}

/** Sign-flip counts by the letter, without any rounding: `items[k]` is judged at position `positions[k]`. */
export function exactFlipCounts(matrix: ScoreMatrix, given: SlowFlips): number[] {
  const bits = new SignBits(given.seed, given.permutations);
  const { systems, values } = matrix;
  return pairsOf(systems).map(([a, b]) => {
    const exact = given.items.map((item) => {
      const present = differences(matrix, [item], a, b).length === 1;
      return present ? exactly(values[item * systems + a]) - exactly(values[item * systems + b]) : 0n;
    });
    let count = 0;
    for (let j = 0; j < given.permutations; j++) {
      const flips = (k: number) => (bits.row(given.positions[k])[Math.floor(j / 32)] >>> (j % 32)) & 1;
      const observed = exact.reduce((sum, difference) => sum + difference, 0n);
      const permuted = exact.reduce((sum, d, k) => sum + (flips(k) === 1 ? -d : d), 0n);
      if (permuted >= observed) count++;
    }
    return count;
  });
}
