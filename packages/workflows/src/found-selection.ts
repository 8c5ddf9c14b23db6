import type { Budget, Constraints, DataInfo, Dataset, ItemCosts, SelectDocument } from '@goldpan/core';
import type { ItemLines } from '@goldpan/formats';
import type { MadeSelection } from './make-selection.js';

/** A selection, what it was made of, and where its items are in the data. */
export interface FoundSelection extends MadeSelection {
  readonly info: DataInfo;
  /** Where the items were read from; absent for data in memory. */
  readonly file?: ItemLines;
  /** Number of items it was made of; the dataset may hold the chosen ones alone. */
  readonly size: number;
  readonly dataset: Dataset;
  /** For each item of the dataset its index in the file. */
  readonly kept: Uint32Array;
  readonly budget?: Budget;
  readonly constraints?: Constraints;
  readonly costs?: ItemCosts;
  readonly outputs?: SelectDocument['outputs'];
}
