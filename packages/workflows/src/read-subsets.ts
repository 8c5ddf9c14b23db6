import type { Dataset } from '@goldpan/core';
import { notASubset } from './errors.js';
import { givenData, type ItemsInput } from './given-data.js';
import type { DataOptions } from './question.js';
import { DESIGN_COLUMNS } from './rank/judged-design.js';
import type { Subset } from './subset-scores.js';

/** Subsets with the positions of their items in the full data. @throws NOT_A_SUBSET */
export async function readSubsets(
  subsets: readonly ItemsInput[],
  full: Dataset,
  options: DataOptions,
): Promise<Subset[]> {
  const read: Subset[] = [];
  for (const input of subsets) {
    const { dataset, info } = await givenData(input, {
      ...options,
      // A subset may lack systems that the full data has, and lines that cannot be read go to one file.
      systems: undefined,
      withoutSystems: undefined,
      skipInvalid: undefined,
      vectors: undefined,
      texts: false,
      columns: [...(options.columns ?? []), ...DESIGN_COLUMNS],
    });
    read.push({ name: info.name, dataset, ranking: positionsOf(dataset, full, info.name) });
  }
  return read;
}

/** Positions in the full data of the items of a subset, in its order. @throws NOT_A_SUBSET */
function positionsOf(subset: Dataset, full: Dataset, name: string): Uint32Array {
  const positions = new Map(full.ids.map((id, position) => [id, position]));
  return Uint32Array.from(subset.ids, (id) => {
    const position = positions.get(id);
    if (position === undefined) throw notASubset(name, id);
    return position;
  });
}
