import type { ConstraintOptions } from './constraint-options.js';
import type { ItemsInput } from './given-data.js';
import type { CostOptions } from './item-costs.js';
import type { JunkPolicy } from './junk/leave-out-junk.js';
import type { MissingScores } from './missing-scores.js';
import type { DataOptions } from './question.js';
import type { SelectorSettings } from './selector-options.js';

/** What can be said when items are selected. */
export interface SelectQuestion extends DataOptions, CostOptions, ConstraintOptions, SelectorSettings {
  /** How to pick; default: what a pilot shows to gain for ranks, else a random sample with known probabilities, of whole documents where these are kept. */
  readonly selector?: string;
  /** Judged items of the data in a file of their own; default: those of the data that are judged, where some are and others are not. */
  readonly pilot?: ItemsInput;
  /** Worker threads, for a pilot; 0 = none; default one per core. They change no number. */
  readonly workers?: number;
  /** What may be spent: `100` items, `25%`, or an amount in the unit of the cost model such as `2 h`; two limits, one in items; default: none. */
  readonly budget?: string | number | readonly string[];
  /** Of items whose sources are this much alike, in (0, 1], only the better one may be chosen. */
  readonly maxSimilarity?: number;
  /**
   * Items that look like junk: `cap` (default), of what a selector picks at most their share of the data, and of what is drawn by lot their share
   * (of `sequential` to within one item, probabilities as they are); `drop`, none; `keep`, as they come. Not looked at where a selector rates a pool source by source.
   */
  readonly junk?: JunkPolicy;
  /** Whether the document says why each item was chosen; default false. */
  readonly explain?: boolean;
  /** A file for the items, best first, each as it was with a `goldpan` member. */
  readonly output?: string;
  /** Items that lack scores; default `error`. */
  readonly missing?: MissingScores;
  /** Whether texts are shown that the selector does not need; default true. */
  readonly texts?: boolean;
  /** Default 0. */
  readonly seed?: number;
}
