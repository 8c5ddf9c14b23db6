import { sameOutputs, type Dataset, type SelectDocument } from '@goldpan/core';

/** Outputs of some items, and how many of them are distinct within their item: undefined where the outputs are not here. O(characters) */
export function outputsToJudge(dataset: Dataset, items: Uint32Array): SelectDocument['outputs'] {
  if (dataset.outputs === undefined) return undefined;
  let cells = 0;
  let distinct = 0;
  for (const item of items) {
    sameOutputs(dataset, item).forEach((first, system) => {
      if (first >= 0) cells++;
      if (first === system) distinct++;
    });
  }
  return { cells, distinct };
}
