import type { DatasetColumns } from '@goldpan/core';
import type { Goal } from './goal.js';

/** How replicates are drawn from the data. */
export interface Resampling {
  /** What is drawn: single items, or whole documents. */
  readonly unit: 'items' | 'documents';
  /** `bootstrap`: as many as there are, with repetition. `subsample`: half of them, without. */
  readonly method: 'bootstrap' | 'subsample';
}

/**
 * All that a worker needs to know to make any replicate: plain values and shared memory, never functions. The same job
 * gives the same replicates everywhere.
 */
export interface SimulationJob {
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
  /** Subset sizes as shares of a replicate, ascending, the last one 1. */
  readonly shares: readonly number[];
  readonly resampling: Resampling;
  /** Permutations behind SPA. */
  readonly permutations: number;
  readonly costs?: Float64Array;
  readonly seed: number;
}

/** Consecutive replicates, for one worker to make. */
export interface Task {
  readonly first: number;
  readonly count: number;
}

/** The way of one ranking through a replicate. */
export interface Path {
  /** The measure at each share; null where it is not defined. */
  readonly curve: readonly (number | null)[];
  /** The smallest share from which the goal is reached and stays reached; null = never. */
  readonly share: number | null;
  /** What judging that share of the replicate costs; null without costs or where the goal is never reached. */
  readonly cost: number | null;
}

/** What one replicate gave, as JSON, for the selector and for random selection on the same replicate. */
export interface Outcome {
  readonly replicate: number;
  readonly selector: Path;
  readonly random: Path;
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
