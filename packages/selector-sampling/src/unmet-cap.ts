import type { Dataset, Warning } from '@goldpan/core';
import { groupsBy } from './groups-by.js';

/** A cap on kinds of items. */
export interface Cap {
  readonly by: 'domain' | 'document';
  /** The largest share of one kind, in (0, 1]. */
  readonly most: number;
}

/**
 * Warns of the kind of item that makes up most of a sample, where that is more than its cap: there are too few kinds for the cap, or too few items of
 * the others. None for a sample of all items. O(N)
 *
 * @param inclusion - shape (N), the inclusion probabilities
 */
export function unmetCap(dataset: Dataset, { by, most }: Cap, inclusion: Float64Array): Warning[] {
  const { groups, count } = groupsBy(dataset, by);
  const expected = new Float64Array(count);
  let sum = 0;
  for (let item = 0; item < inclusion.length; item++) {
    expected[groups[item]] += inclusion[item];
    sum += inclusion[item];
  }
  const largest = expected.indexOf(expected.reduce((most, one) => Math.max(most, one)));
  const share = expected[largest] / sum;
  const isAll = sum > dataset.size - 1e-6;
  if (isAll || share <= most + 1e-9) return [];
  const label = (by === 'domain' ? dataset.domains : dataset.documents)![groups.indexOf(largest)];
  const kind = label === undefined ? `items without a ${by}` : `${by} ${JSON.stringify(label)}`;
  const cause =
    count * most < 1 ? `${count} kinds are too few for it` : 'the others have too few items for the rest';
  const text = `The cap of ${percent(most)} per ${by} cannot be met: ${kind} makes up ${percent(share)} of the sample in expectation, because ${cause}.`;
  return [{ code: 'CAP_NOT_MET', text }];
}

function percent(share: number): string {
  return `${Number((100 * share).toFixed(1))} %`;
}
