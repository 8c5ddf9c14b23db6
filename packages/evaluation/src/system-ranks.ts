/**
 * The rank of each system by its mean: 1 + the number of systems with a higher one, so that systems that tie exactly share
 * their rank. O(S²).
 *
 * @param means - shape (systems), higher is better; no NaN
 *
 * @example
 * ```ts
 * import { systemRanks } from '@goldpan/evaluation';
 *
 * systemRanks([0.4, 0.9, 0.4, 0.1]); // → [2, 1, 2, 4]
 * ```
 */
export function systemRanks(means: ArrayLike<number>): Uint32Array {
  return Uint32Array.from(means, (mean) => {
    let higher = 0;
    for (let system = 0; system < means.length; system++) if (means[system] > mean) higher++;
    return 1 + higher;
  });
}
