import type { TargetAgreement, Warning } from '@goldpan/core';

/** Below this, picking by a metric lost to random selection on average over many real data sets; above, it gained. */
const HELPFUL = 0.3;

/** Warns when no metric orders the outputs of an item as the target does. */
export function weakMetrics(agreement: readonly TargetAgreement[], target: string): Warning | undefined {
  const known = agreement.filter(({ withinItem }) => withinItem !== null);
  if (known.length === 0) return undefined;
  const best = known.reduce((a, b) => (b.withinItem! > a.withinItem! ? b : a));
  if (best.withinItem! >= HELPFUL) return undefined;
  return {
    code: 'WEAK_METRICS',
    text:
      `No metric agrees well with ${target} within items (best: ${best.metric}, ${best.withinItem!.toFixed(2)}). ` +
      `With agreement below ${HELPFUL}, picking by a metric tends to lose to random selection: see goldpan compare.`,
  };
}
