import { sameOutputs, type Dataset } from '@goldpan/core';

/**
 * How many outputs of each item are judged: the distinct ones, as exports do it, or with `merge` false all that there are. Data without outputs
 * has one of every system, and an item that lacks all its outputs counts as one.
 *
 * @returns shape (N), each at least 1
 * @remarks O(characters of the outputs).
 */
export function outputsToJudge(dataset: Dataset, { merge = true } = {}): Float64Array {
  const { outputs, size, systems } = dataset;
  if (outputs === undefined) return new Float64Array(size).fill(Math.max(1, systems.length));
  return Float64Array.from({ length: size }, (_, item) => {
    const counted = sameOutputs(dataset, item).filter((first, system) =>
      merge ? first === system : first >= 0,
    );
    return Math.max(1, counted.length);
  });
}
