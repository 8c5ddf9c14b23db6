import { withParts, type ConfiguredSelector, type Registry } from '@goldpan/core';
import { normalCdf, normalQuantile } from '@goldpan/stats';

/** The part of fresh test sets that an interval leaves out at either end. */
const TAIL = 0.05;

/**
 * Which part of the replicates lies below an interval that nine in ten fresh test sets of N items should fall into, and above it.
 *
 * What a picked subset needs depends on which items a test set happens to have. Replicates vary by that around the pilot of n items,
 * but so does the pilot around the population: a fresh test set is off by both, √(1 + n/N) times as far. For N = n the ends are
 * therefore the 1 % and 99 % quantiles of the replicates. What random selection needs is nearly all luck of the order, which
 * replicates show in full: 5 % and 95 %.
 */
export function summaryTail(isPicked: boolean, sizes: { pilot: number; items: number }): number {
  if (!isPicked) return TAIL;
  return normalCdf(normalQuantile(TAIL) * Math.sqrt(1 + sizes.pilot / sizes.items));
}

/** Whether a selector, or one it builds on, picks by what it knows of the items, and it is not a way to draw them at random. @throws UNKNOWN_SELECTOR */
export function picks(configured: ConfiguredSelector, registry: Registry): boolean {
  if (configured.selector.traits.design) return false;
  return withParts(configured, registry).some(
    ({ selector: { traits, needs } }) => traits.deterministic || needs.some((need) => need !== 'budget'),
  );
}
