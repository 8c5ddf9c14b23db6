import type { DatasetColumns, JudgedData, ScoreMatrix } from '@goldpan/core';
import type { Choice } from './choice.js';
import type { Goal } from './goal.js';
import type { FoldMeans } from './means-over-folds.js';

/** How replicates are drawn from the data. */
export interface Resampling {
  /** What is drawn: single items, or whole documents. */
  readonly unit: 'items' | 'documents';
  /** `bootstrap`: as many as there are, with repetition. `subsample`: half of them, without. */
  readonly method: 'bootstrap' | 'subsample';
  /** For `bootstrap`: the number of items of a replicate, of a test set that is larger than the data; default: as many as there are. */
  readonly items?: number;
}

/**
 * All that a worker needs to know to make any replicate: plain values and shared memory, never functions. The same job
 * gives the same replicates everywhere.
 */
export type SimulationJob = PlanJob | CompareJob;

/** What every job has. */
interface Job {
  /** Subset sizes as shares of the whole data, ascending. */
  readonly shares: readonly number[];
  readonly resampling: Resampling;
  /** Permutations behind SPA. */
  readonly permutations: number;
  /** Each pair of systems is compared on the items both have a score of; absent = no score of the truth is missing. */
  readonly missing?: 'pairwise';
  /** The estimator, of one of the plugins, by which subsets are read; absent = by plain means. */
  readonly estimate?: string;
  readonly seed: number;
}

/** Follows one selector and random selection to a goal. The last share is 1. */
export interface PlanJob extends Job {
  readonly kind: 'plan';
  readonly columns: DatasetColumns;
  /** The score column that counts as truth. */
  readonly truth: string;
  /** Modules whose default exports are the plugins; what `import()` takes. */
  readonly plugins: readonly string[];
  readonly selector: string;
  readonly options: unknown;
  /** Utilities of the items of the whole data, where the selector is itemwise. */
  readonly utilities?: Float64Array;
  readonly goal: Goal;
  readonly costs?: Float64Array;
  /** What random selection does is known; its path is left empty. */
  readonly knowsRandom?: true;
}

/** Measures fixed choices of several contestants, and random selection, on replicates of the items. */
export interface CompareJob extends Job {
  readonly kind: 'compare';
  readonly measure: string;
  /** Modules of plugins, where the measure or the estimator is of one of them. */
  readonly plugins: readonly string[];
  readonly folds: readonly Fold[];
  /** How many of the folds a replicate uses, taken in turn. */
  readonly foldsPerReplicate: number;
  /** Random orders per fold and replicate. */
  readonly randomOrders: number;
  /** The document of each item, as a number, where whole documents are drawn. */
  readonly documents?: Uint32Array;
}

/** One truth on one group of systems, and what each contestant chooses without seeing it. */
export interface Fold {
  readonly truth: ScoreMatrix;
  /** The truth as judgements beside the other metrics, for an estimator. */
  readonly judged?: JudgedData;
  /** In the order of the contestants; null = this one takes no part here. */
  readonly choices: readonly (Choice | null)[];
}

/** What a job is about, for errors. */
export function workOf(job: SimulationJob): string {
  return job.kind === 'plan' ? `selector ${JSON.stringify(job.selector)}` : 'the comparison';
}

/** Consecutive replicates, for one worker to make. */
export interface Task {
  readonly first: number;
  readonly count: number;
}

/** The way of one ranking through a replicate. */
export interface Path {
  /** The measure at each share of the job; null where it is not defined. */
  readonly curve: readonly (number | null)[];
}

/** What one replicate gave, as JSON. */
export type Outcome = PlanOutcome | CompareOutcome;

/** The selector, and random selection, on the same replicate. */
export interface PlanOutcome {
  readonly replicate: number;
  /** The value of the measure that the goal asks for in this replicate; null where it is not defined. */
  readonly target: number | null;
  readonly selector: Path;
  readonly random: Path;
}

/** Means over the folds of a replicate. */
export interface CompareOutcome {
  readonly replicate: number;
  /** Per contestant; null where it took no part. */
  readonly contestants: readonly (FoldMeans | null)[];
  /** Estimated variance that the gains have because random selection is the mean of a few orders only. */
  readonly noise: number;
  /** The same of the gains at each share. */
  readonly noises: readonly number[];
}

/** Why a task ended early: the replicate that failed, and how. */
export interface Failure {
  readonly replicate: number;
  readonly code?: string;
  readonly message: string;
  readonly stack?: string;
}

/** What a task gives: the replicates that were finished, and why there are not more. */
export interface TaskResult {
  readonly outcomes: readonly Outcome[];
  readonly failure?: Failure;
}
