/** A bound on how many items come from a group: a whole number, or a share of the selected items in percent. */
export type Amount = { readonly items: number } | { readonly percent: number };

/**
 * What the items are grouped by: `domain`, `doc`, `length` (bands of the length of the source), or any other field of the items (a
 * column of the dataset).
 */
export type GroupColumn = string;

/** How many of the selected items may come from a group; of every group of the column where none is named. */
export interface GroupBounds {
  readonly column: GroupColumn;
  /** One value of the column; absent = every value on its own. */
  readonly group?: string;
  readonly min?: Amount;
  readonly max?: Amount;
  /** For `length`: into how many bands of about equally many items the items are cut; default 3. */
  readonly bands?: number;
}

/** At most so many items of every group of a column: `doc=3`. */
export interface MaxPer {
  readonly column: GroupColumn;
  readonly items: number;
}

/** What a selection must keep to, beside the budget. All of it in any combination. */
export interface Constraints {
  /** A document is chosen whole or not at all. An item without a document is a document of its own. */
  readonly keepDocuments?: boolean;
  /**
   * What a whole document is worth: the sum (default) of the values of its items, or their mean, with which long and
   * short documents count alike.
   */
  readonly documentUtility?: 'sum' | 'mean';
  readonly groups?: readonly GroupBounds[];
  /**
   * Groups take turns, as in a round-robin: their counts of items (of documents, where these are kept whole) differ by
   * one at most, except for groups that have nothing left.
   */
  readonly balance?: GroupColumn;
  readonly maxPer?: readonly MaxPer[];
  /** Ids of items that must be in the selection, such as items judged already. */
  readonly include?: readonly string[];
  /** Whether included items count against the budget (default) or are paid for already. */
  readonly includeCounts?: boolean;
  /** Ids of items that must not be in the selection. */
  readonly exclude?: readonly string[];
}

/** Columns that every dataset gives by itself, where its items have the fields. */
export const OWN_COLUMNS: readonly GroupColumn[] = ['domain', 'doc', 'length'];

/** The further fields of the items that constraints go by: what a `DatasetBuilder` must be told to keep. */
export function columnsOfConstraints({ groups = [], maxPer = [], balance }: Constraints = {}): string[] {
  const named = [...groups, ...maxPer].map(({ column }) => column);
  const all = new Set(balance === undefined ? named : [...named, balance]);
  return [...all].filter((column) => !OWN_COLUMNS.includes(column));
}
