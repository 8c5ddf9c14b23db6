import { hasLevels, type Criterion, type Dataset, type DisputedCell, type Judgements } from '@goldpan/core';
import type { SharedRatings } from './rating-tables.js';

/** The cells on which raters are furthest apart, worst first, with their texts; ties keep input order. */
export function disputedCells(
  dataset: Dataset & { readonly judgements: Judgements },
  criterion: Criterion,
  { cells, differences, most }: { cells: SharedRatings['cells']; differences: Float64Array; most: number },
): DisputedCell[] {
  const { judgements, ids, systems, sources } = dataset;
  const worst = [...cells.keys()]
    .filter((cell) => differences[cell] > 0)
    .sort((a, b) => differences[b] - differences[a] || a - b)
    .slice(0, most);
  return worst.map((cell) => {
    const { item, system, judgements: list } = cells[cell];
    const [source, output] = [sources?.[item], dataset.outputs?.(item, system)];
    return {
      criterion: criterion.name,
      id: ids[item],
      system: systems[system],
      disagreement: differences[cell],
      ratings: list.map((j) => ({
        rater: judgements.raters[judgements.rater[j]],
        value: shownValue(judgements.values[j], criterion),
      })),
      ...(source !== undefined && { source }),
      ...(output !== undefined && { output }),
    };
  });
}

function shownValue(value: number, { scale }: Criterion): number | string {
  return hasLevels(scale) ? scale.levels[value] : value;
}
