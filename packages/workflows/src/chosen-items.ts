import type { Dataset, ItemCosts, Selection, SelectedItem } from '@goldpan/core';

/** The items of a selection in the order in which they are to be judged: those chosen, or all where there was no budget. */
export function itemsToJudge(selection: Selection): Uint32Array {
  return selection.chosen ?? selection.ranking;
}

/** The items to judge as a result shows them: with their texts and, for one metric, their scores. */
export function chosenItems(
  dataset: Dataset,
  selection: Selection,
  { costs, metric }: { costs?: ItemCosts; metric?: string },
): SelectedItem[] {
  const scores = metric === undefined ? undefined : dataset.scores(metric).values;
  return Array.from(itemsToJudge(selection), (item, rank) => ({
    id: dataset.ids[item],
    rank: rank + 1,
    utility: selection.utilities?.[item] ?? null,
    cost: costs?.values[item] ?? 1,
    source: dataset.sources?.[item],
    document: dataset.documents?.[item],
    domain: dataset.domains?.[item],
    inclusion: selection.inclusion?.[item],
    weight: selection.weights?.[item],
    outputs:
      scores || dataset.outputs
        ? dataset.systems.map((system, s) => ({
            system,
            text: dataset.outputs?.(item, s),
            score: scores ? finite(scores[item * dataset.systems.length + s]) : null,
          }))
        : undefined,
  }));
}

function finite(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}
