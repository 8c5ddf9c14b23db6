import type { Amount } from '@goldpan/core';

/** An item of a pool that is read piece by piece. */
export interface StreamedItem {
  /** What the choice is reported by. */
  readonly id: string;
  /** Any length but 0; what matters is its direction. Needed for coverage. */
  readonly vector?: ArrayLike<number>;
  /** Higher = better. Needed for the best sum. */
  readonly utility?: number;
  /** What bounds go by; items without one form a group. */
  readonly group?: string;
  /** Items without one are bound by no limit per document. */
  readonly document?: string;
}

/** A pool that can be read from its beginning again and again, each time with the same items in the same order. */
export type Pool = () => Iterable<StreamedItem> | AsyncIterable<StreamedItem>;

/** A bound on how many chosen items come from a group. */
export interface StreamedBound {
  /** The one group that is meant; absent = every group on its own. */
  readonly group?: string;
  readonly min?: Amount;
  readonly max?: Amount;
}

export interface StreamOptions {
  /** How many items to choose, exactly. */
  readonly budget: number;
  readonly bounds?: readonly StreamedBound[];
  /** At most so many items of one document. */
  readonly maxPerDocument?: number;
  readonly signal?: AbortSignal;
}
