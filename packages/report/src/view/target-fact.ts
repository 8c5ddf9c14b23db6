import type { TargetColumns } from '@goldpan/core';
import type { Fact } from './view.js';

/** What counts as truth, and whether metrics stand in for people there. */
export function targetFact({ columns, standsIn }: TargetColumns): Fact {
  const names = columns.join(', ');
  if (!standsIn) return { name: 'Target', value: names };
  const inWords = columns.length === 1 ? 'a metric that stands in' : 'metrics that stand in';
  return { name: 'Target', value: `${names}, ${inWords} for human scores` };
}
