/** Items in the order in which they are judged: where each stands in the full data, and its row of the score matrix. */
export interface Sequence {
  /** Positions in the full data: whose signs belong to the item. */
  readonly positions: Uint32Array;
  readonly rows: Uint32Array;
}
