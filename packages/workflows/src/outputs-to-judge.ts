import { distinctText, type Dataset, type SelectDocument } from '@goldpan/core';

/** Outputs of some items, and how many of them are distinct within their item: undefined where the outputs are not here. O(characters) */
export function outputsToJudge({ outputs, systems }: Dataset, items: Uint32Array): SelectDocument['outputs'] {
  if (outputs === undefined) return undefined;
  let cells = 0;
  let distinct = 0;
  for (const item of items) {
    const texts = systems.flatMap((_, system) => outputs(item, system) ?? []);
    cells += texts.length;
    distinct += new Set(texts.map(distinctText)).size;
  }
  return { cells, distinct };
}
