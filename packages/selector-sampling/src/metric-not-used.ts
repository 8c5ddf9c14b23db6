import type { Warning } from '@goldpan/core';

/** Says that a metric was named which the design has no use for, and what would use it. */
export function metricNotUsed(metric: string, use: string): Warning[] {
  return [
    {
      code: 'METRIC_NOT_USED',
      text: `The metric ${JSON.stringify(metric)} is not used: that takes --option ${use}.`,
    },
  ];
}
