import { median } from './median.js';

/**
 * Durations of one person's steps with pauses taken out: a step longer than `pause`, and longer than ten times the median, holds a
 * pause whose length says nothing of the work; it counts as the median of the other steps.
 *
 * @param durations - shape (steps), 0 or more, in seconds; NaN = not known, stays NaN
 * @param pause - seconds up to which nothing is a pause; default 300
 * @returns shape (steps), a new array
 * @remarks The rule of the analysis that was published with error span annotation (over 300 s counts as the annotator's median), with a
 * guard for steps that are long by nature. O(steps log steps).
 * @example
 * ```ts
 * import { withoutPauses } from '@goldpan/stats';
 *
 * withoutPauses(Float64Array.of(20, 30, 4000, 50)); // → [20, 30, 30, 50]
 * ```
 */
export function withoutPauses(durations: Float64Array, pause = 300): Float64Array {
  const known = durations.filter((seconds) => !Number.isNaN(seconds));
  if (known.length === 0) return durations.slice();
  const most = Math.max(pause, 10 * median(known));
  const usual = median(known.filter((seconds) => seconds <= most));
  return durations.map((seconds) => (seconds > most ? usual : seconds));
}
