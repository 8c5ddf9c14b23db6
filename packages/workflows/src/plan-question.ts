import type { EstimateOptions } from './estimator-named.js';
import type { CostOptions } from './item-costs.js';
import type { SimulationOptions } from './question.js';
import type { SelectorSettings } from './selector-options.js';

/** What can be said when a campaign is planned. */
export interface PlanQuestion extends SimulationOptions, CostOptions, SelectorSettings, EstimateOptions {
  /** How to pick; default: campaigns are held against each other, random items read as `rank` reads them first. */
  readonly selector?: string;
  /** What must be reached: `spa=0.95` (default), `kendall=0.9`, `same-best`, `random@50%` … */
  readonly goal?: string;
  /** The score column that counts as truth; default `human`, or, where there is none, the metric of the selector. */
  readonly target?: string;
  /** Test sets to simulate; default 1000, or 100 of each campaign. */
  readonly replicates?: number;
  /** Subset sizes that are tried, as shares; default `5%:100%:5%`. */
  readonly sizes?: string;
  /** Items of the test set to be judged, where the data is a smaller pilot of it; test sets are then drawn with repetition. */
  readonly items?: number;
  /** How replicates are drawn; default `subsample`. */
  readonly method?: 'subsample' | 'bootstrap';
  /** Permutations behind SPA; default 1000. */
  readonly permutations?: number;
  /** A file in which finished replicates are kept, and from which a call that was ended goes on. */
  readonly checkpoint?: string;
}
