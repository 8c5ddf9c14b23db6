import { pairVariance } from './pair.js';

/** Degrees of freedom that are whole numbers but for rounding leave less than this. */
const ROUNDING = 1e-9;

/** Share of the S − 1 directions in which systems differ that so many degrees of freedom say nothing of, in [0, 1). */
export function unknownShare(systems: number, degreesOfFreedom: number): number {
  const share = systems < 2 ? 0 : 1 - degreesOfFreedom / (systems - 1);
  return share > ROUNDING ? share : 0;
}

/**
 * A covariance of systems' errors for joint draws. Of fewer degrees of freedom than there are differences to draw it leaves directions out: draws
 * from two documents lie on one line, on which some system is never best and all pairs are missed at once or none is. The share that is
 * missing is filled with errors that systems do not have in common; twins keep sharing theirs. Unchanged with S − 1 degrees of freedom or
 * more. O(S²).
 *
 * @param covariance - shape (systems × systems)
 * @returns of the errors less their mean over the systems, where something was missing
 */
export function filledCovariance(covariance: Float64Array, degreesOfFreedom: number): Float64Array {
  const systems = Math.sqrt(covariance.length);
  const share = unknownShare(systems, degreesOfFreedom);
  if (share === 0) return covariance;
  const contrasts = centredCovariance(covariance);
  return contrasts.map((value, at) => {
    const [a, b] = [Math.floor(at / systems), at % systems];
    if (a !== b && pairVariance(covariance, systems, { a, b }) > 0) return (1 - share) * value;
    const own = Math.sqrt(contrasts[a * (systems + 1)] * contrasts[b * (systems + 1)]);
    return (1 - share) * value + share * own;
  });
}

/** Covariance of errors less their mean over the systems, shape (systems × systems). O(S²). */
export function centredCovariance(covariance: Float64Array): Float64Array {
  const systems = Math.sqrt(covariance.length);
  const means = Float64Array.from(
    { length: systems },
    (_, a) =>
      covariance.subarray(a * systems, (a + 1) * systems).reduce((sum, value) => sum + value, 0) / systems,
  );
  const all = means.reduce((sum, mean) => sum + mean, 0) / systems;
  return covariance.map((value, at) => value - means[Math.floor(at / systems)] - means[at % systems] + all);
}
