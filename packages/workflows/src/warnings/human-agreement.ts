import { stream, type Dataset, type Warning } from '@goldpan/core';
import { agreementIntervals } from '@goldpan/stats';
import { levelOf } from '../agreement/level-of.js';
import { criterionRatings, sharedRatings } from '../agreement/rating-tables.js';

const VALUE_ALONE = { streams: stream.bind(undefined, 0, 'unused'), replicates: 0 };

/**
 * Says how far raters agree, criterion by criterion, where cells have several judgements. Columns are never compared: whether they are
 * raters, criteria, or a mean and its parts, their names do not tell.
 */
export function humanAgreement({ judgements }: Pick<Dataset, 'judgements'>): Warning | undefined {
  if (judgements === undefined) return undefined;
  const parts = judgements.criteria.flatMap(({ name, scale, repeats }, criterion) => {
    // Repeated runs are no raters.
    if (repeats) return [];
    const { cells, rows } = sharedRatings(judgements, criterionRatings(judgements, criterion));
    const [alpha] = agreementIntervals(rows, [`alpha-${levelOf(scale)}`], VALUE_ALONE);
    if (alpha.reason !== undefined) return [];
    return [
      `${alpha.value.toFixed(2)} on ${JSON.stringify(name)} (${levelOf(scale)} scale, ${cells.length} cells)`,
    ];
  });
  if (parts.length === 0) return undefined;
  return {
    code: 'HUMAN_AGREEMENT',
    text: `Raters agree with Krippendorff's alpha ${parts.join(', ')}; 1 = the same judgements, 0 = as by chance.`,
  };
}
