import type { Dataset, Warning } from '@goldpan/core';
import { outlyingCells } from '@goldpan/evaluation';

const SHOWN = 5;

/**
 * Names scores that lie far from all others of their metric (`outlyingCells`): most are marks for "missing", such as −9999,
 * and move means and correlations by themselves. O(metrics · N·S log(N·S)).
 */
export function outlyingScores(dataset: Dataset): Warning | undefined {
  const found = dataset.metrics.flatMap((metric) =>
    outlyingCells(dataset.scores(metric)).map(({ item, system, score, z }) => {
      return `${metric} of ${dataset.ids[item]}, ${dataset.systems[system]}: ${score} (z = ${Math.round(z)})`;
    }),
  );
  if (found.length === 0) return undefined;
  const shown = found.slice(0, SHOWN).join('; ') + (found.length > SHOWN ? '; …' : '');
  return {
    code: 'OUTLYING_SCORES',
    text:
      `${found.length === 1 ? '1 score lies' : `${found.length} scores lie`} far from all others of the metric, by the median and ` +
      `the median absolute deviation: ${shown}. If such a number stands for a missing score, leave the cell out or make it null.`,
  };
}
