import type { SystemChoice } from './chosen-systems.js';
import type { CostsOfTimes } from './costs-of-times.js';
import type { Executor } from '@goldpan/simulation';
import type { CriterionChoice } from './criterion.js';
import type { LoadOptions } from './load-items.js';
import type { MissingJudgements } from './missing-judgements.js';
import type { RaterChoice } from './pseudonyms.js';

/** What can be said with every question about data. */
export type DataOptions = Omit<LoadOptions, 'texts'> &
  SystemChoice &
  CostsOfTimes &
  CriterionChoice &
  Pick<RaterChoice, 'showRaters'>;

/** What can be said with a question that simulates. */
export interface SimulationOptions extends DataOptions {
  /** Items that lack scores; default `error`. */
  readonly missing?: MissingJudgements;
  /** What is drawn anew in a resampling; default: `documents` where items of one score alike, else `items`. */
  readonly resample?: 'items' | 'documents';
  /** Worker threads; 0 = none; default one per core. They change no number. */
  readonly workers?: number;
  /** Makes the replicates elsewhere, in place of threads: `bullmqExecutor` of `@goldpan/executor-bullmq`. It changes no number. */
  readonly executor?: Executor;
  /** Seconds that a worker may take for one replicate; 0 = no limit; default 600. */
  readonly timeLimit?: number;
  /** Of everything random; default 0. */
  readonly seed?: number;
}
