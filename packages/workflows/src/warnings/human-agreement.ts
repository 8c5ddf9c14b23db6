import { DEFAULT_TARGET, isHumanColumn, type Dataset, type Warning } from '@goldpan/core';
import { annotatorAgreement } from '@goldpan/formats';

/** Says how far the human columns beside the target (annotators, or rounds of judgement) agree, where there are several. */
export function humanAgreement(dataset: Dataset): Warning | undefined {
  const columns = dataset.metrics.filter((metric) => isHumanColumn(metric) && metric !== DEFAULT_TARGET);
  if (columns.length < 2) return undefined;
  const { alpha, cells } = annotatorAgreement(dataset, columns);
  if (alpha.reason !== undefined) return undefined;
  return {
    code: 'HUMAN_AGREEMENT',
    text: `The human columns ${columns.join(', ')} agree with Krippendorff's alpha ${alpha.value.toFixed(2)} (interval scale, ${cells} cells; 1 = the same scores, 0 = as by chance).`,
  };
}
