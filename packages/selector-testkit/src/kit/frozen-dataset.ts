import {
  columnsOfDataset,
  datasetFromColumns,
  datasetFromItems,
  type Dataset,
  type DatasetColumns,
  type Item,
} from '@goldpan/core';
import { deepFreeze } from './deep-freeze.js';

/** A dataset that shows what is done to it: lists are frozen, typed arrays are compared with copies. */
export interface FrozenDataset {
  readonly dataset: Dataset;
  /** The first column that is no longer what it was; undefined when all are. */
  changedColumn(): string | undefined;
}

export function frozenDataset(items: Item[]): FrozenDataset {
  const columns = columnsOfDataset(datasetFromItems(items));
  const before = copyOfNumbers(columns);
  return {
    dataset: datasetFromColumns(deepFreeze(columns)),
    changedColumn: () => {
      const after = copyOfNumbers(columns);
      return [...before.keys()].find((name) =>
        before.get(name)!.some((x, i) => !Object.is(x, after.get(name)![i])),
      );
    },
  };
}

function copyOfNumbers({ metrics, scores, costs, embeddings }: DatasetColumns): Map<string, number[]> {
  const columns: [string, ArrayLike<number> | undefined][] = [
    ...metrics.map((metric, m): [string, Float64Array] => [
      `the scores of ${JSON.stringify(metric)}`,
      scores[m],
    ]),
    ['the costs', costs],
    ['the embeddings of sources', embeddings?.sources?.values],
    ['the embeddings of outputs', embeddings?.outputs?.values],
  ];
  return new Map(columns.map(([name, values]) => [name, Array.from(values ?? [])]));
}
