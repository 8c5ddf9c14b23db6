import { normalQuantile, studentTQuantile } from '@goldpan/stats';

/**
 * How much longer a 95 % interval must be because its spread rests on few documents: resampling D of them gives a variance that is
 * (D − 1)/D of the true one on average, and Student's t with D − 1 degrees of freedom takes the place of the normal distribution.
 *
 * @param units - D, at least 2; with fewer nothing is known
 * @returns above 1; 1.06 for 30 documents, 1.56 for 5
 */
export function fewUnitsFactor(units: number): number {
  if (units < 2) return Infinity;
  const tails = studentTQuantile(0.975, units - 1) / normalQuantile(0.975);
  return tails * Math.sqrt(units / (units - 1));
}
