import type { Groups } from '@goldpan/core';
import type { WholeCosts } from './kernels/whole-costs.js';

/** What a selection is made of, whatever the constraints. */
export interface Material {
  /** What every item is worth in the objective. */
  readonly values: Float64Array;
  readonly costs: WholeCosts;
  /** The document of every item; only needed to keep documents whole. */
  readonly documents?: Groups;
  readonly documentUtility: 'sum' | 'mean';
}
