/** The penalty of an output that is no translation at all in Google's MQM weights: the worst a segment counts as. */
const WORST = 25;

/** An MQM score (0 or below, 0 = no error) on the scale from 0 to 100: `100 · (1 − min(−score, 25) / 25)`. */
export function mqmTo100(score: number): number {
  return 100 * (1 - Math.min(Math.max(-score, 0), WORST) / WORST);
}
