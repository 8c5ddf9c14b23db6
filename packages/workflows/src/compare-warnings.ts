import type { TargetColumns, Warning } from '@goldpan/core';
import type { Contestants } from './contestants.js';

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

/** Selectors that were named and take no part, and why. */
export function skippedWarnings(skipped: Contestants['skipped']): Warning[] {
  return skipped.map(({ name, why }) => ({
    code: 'SELECTOR_SKIPPED',
    text: `${name} took no part: it ${why}. With options it takes part by --also "${name} option=value".`,
  }));
}
