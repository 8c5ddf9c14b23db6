import type { Warning } from './warning.js';

/** Plain JSON values, as a selector's details and options are. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** How far from the best possible choice a choice can be. */
export interface ProvenBound {
  /** What the choice reaches of what is maximised; higher is better. */
  readonly utility: number;
  /** Proven: no choice within the same budget and constraints reaches more. */
  readonly upper: number;
  /** (upper − utility) / upper; 0 = proven best. */
  readonly gap: number;
}

/**
 * What a selector returns. At least one of `utilities`, `ranking` and `chosen` is set; the rest follows: a missing ranking
 * is by utility, or the chosen items first and the others after them in input order.
 */
export interface SelectorResult {
  /** One number per item, higher = judge it sooner. Not NaN. */
  readonly utilities?: Float64Array;
  /** All item indices, best first. */
  readonly ranking?: ArrayLike<number>;
  /** Indices of the items chosen within the budget, best first. */
  readonly chosen?: ArrayLike<number>;
  /** Per item, the probability with which the design chooses it, in [0, 1]. */
  readonly inclusion?: Float64Array;
  /** Per item, how many items of the data it stands for; 0 for items not chosen. */
  readonly weights?: Float64Array;
  /** What users should know; absent = nothing. */
  readonly warnings?: readonly Warning[];
  /** Where the method proves how good its choice is. */
  readonly bound?: ProvenBound;
  /** What else is worth knowing, such as a fitted model. Shown and written, never acted on. */
  readonly details?: Json;
}

/** A ranking of all items, or a chosen set with weights, and how it was made. */
export interface Selection {
  /** All item indices, best first; ties keep input order. */
  readonly ranking: Uint32Array;
  readonly utilities?: Float64Array;
  /** Indices of the chosen items, best first; absent where the call had no budget. */
  readonly chosen?: Uint32Array;
  readonly inclusion?: Float64Array;
  readonly weights?: Float64Array;
  readonly warnings?: readonly Warning[];
  readonly bound?: ProvenBound;
  readonly details?: Json;
  /** How it was made. */
  readonly selector: string;
  readonly options: Json;
  readonly seed: number;
}
