import type { SourceModel } from '@goldpan/selector-source';

/** How well a model predicts held-out items, in words. */
export function correlationInWords({ validation }: Pick<SourceModel, 'validation'>): string {
  const { rankCorrelation, low, high, folds, grouping } = validation;
  return `${rankCorrelation.toFixed(3)} (${low.toFixed(3)} to ${high.toFixed(3)}; ${folds} folds, each ${grouping} in one)`;
}
