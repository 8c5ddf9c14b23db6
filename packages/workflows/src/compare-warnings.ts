import type { TargetColumns, Warning } from '@goldpan/core';

/** What to know before a comparison is trusted. */
export function compareWarnings(
  { columns, standsIn }: TargetColumns,
  holdout: string | number | undefined,
): Warning[] {
  const warnings: Warning[] = [];
  if (standsIn)
    warnings.push({
      code: 'METRIC_AS_TRUTH',
      text: `There is no target column: each of ${columns.length} metrics in turn counts as truth for selectors that use the others. This says how well metrics predict metrics, not people.`,
    });
  if (holdout !== undefined)
    warnings.push({
      code: 'SYSTEMS_HELD_OUT',
      text: `Choices are made without the ${holdout} systems on which they are measured, over 20 random splits of the systems.`,
    });
  return warnings;
}
