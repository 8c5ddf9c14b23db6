import type { TimedCosts } from '@goldpan/costs';

/** What costs were told from, as part of a sentence. */
export function timesInWords({ judgements, pauses, median }: TimedCosts): string {
  const held = pauses === 0 ? '' : `; ${pauses} held a pause and count as the median of their rater`;
  return `the times of ${judgements} judgements (median ${Number(median.toFixed(1))} s${held})`;
}
