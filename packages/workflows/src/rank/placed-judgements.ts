import { takeJudgementRows, type Judgements } from '@goldpan/core';

/**
 * The judgements of some items, as those of a pool that these are items of. O(judgements + pool).
 *
 * @param items - position in the pool of each item
 * @param systems - position in the pool of each system
 */
export function placedJudgements(
  judgements: Judgements,
  { items, systems }: { readonly items: Uint32Array; readonly systems: Uint32Array },
  size: number,
): Judgements {
  const starts = new Uint32Array(size + 1);
  items.forEach((place, i) => (starts[place + 1] = judgements.starts[i + 1] - judgements.starts[i]));
  for (let item = 0; item < size; item++) starts[item + 1] += starts[item];
  const from = new Uint32Array(judgements.size);
  items.forEach((place, i) => {
    const first = judgements.starts[i];
    for (let j = first; j < judgements.starts[i + 1]; j++) from[starts[place] + j - first] = j;
  });
  const placed = takeJudgementRows(judgements, from, starts);
  const { copyOf } = placed;
  return {
    ...placed,
    systems: placed.systems.map((system) => systems[system]),
    ...(copyOf && { copyOf: copyOf.map((of) => (of < 0 ? of : systems[of])) }),
  };
}
