import type { PlanDocument } from '@goldpan/core';

/** What charts and tables call the two ways of a plan: the selector and random selection, or two ways to read random items. */
export function planNames({ selector, campaigns, estimate }: PlanDocument): {
  readonly main: string;
  readonly baseline: string;
} {
  return campaigns
    ? { main: `random, ${estimate}`, baseline: 'random, plain means' }
    : { main: selector, baseline: 'random' };
}
