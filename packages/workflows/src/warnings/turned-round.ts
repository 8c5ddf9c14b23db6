import { isHumanColumn, type TargetAgreement, type Warning } from '@goldpan/core';

/** Correlations below this, over all cells or within items, are no accident of a metric that measures something else. */
const STRONG = -0.3;

/**
 * Asks whether scores are better when they are lower: of metrics that agree strongly with the target the wrong way round, or of
 * the target itself where most metrics do, as they do with counts of errors.
 */
export function turnedRound(agreement: readonly TargetAgreement[], target: string): Warning[] {
  const known = agreement.filter(({ pearson }) => pearson !== null);
  const against = known.filter(
    ({ pearson, withinItem }) =>
      Math.min(pearson!, withinItem ?? 0) < STRONG && Math.max(pearson!, withinItem ?? pearson!) < 0,
  );
  if (against.length === 0) return [];
  if (against.length >= 2 && against.length > known.length / 2) {
    return [
      {
        code: 'PENALTIES_AS_TARGET',
        text: `${against.length} of ${known.length} metrics disagree with ${target}: are lower scores of ${target} better, as penalties are? Then say --lower-is-better ${target}${isHumanColumn(target) ? '' : ` --target neg-${target}`}.`,
      },
    ];
  }
  const named = against.map(
    ({ metric, pearson, withinItem }) =>
      `${metric} (Pearson ${pearson!.toFixed(2)}${withinItem === null ? '' : `, within items ${withinItem.toFixed(2)}`})`,
  );
  return [
    {
      code: 'NEGATIVE_AGREEMENT',
      text: `${named.join(', ')} ${against.length === 1 ? 'disagrees' : 'disagree'} with ${target}: is lower better? Then turn ${against.length === 1 ? 'it' : 'them'} round: --lower-is-better ${against.map(({ metric }) => metric).join(',')}.`,
    },
  ];
}
