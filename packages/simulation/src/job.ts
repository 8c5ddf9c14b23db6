import type { DatasetColumns, ScoreMatrix } from '@goldpan/core';
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
export type SimulationJob = PlanJob | CompareJob;

/** What every job has. */
interface Job {
  /** Subset sizes as shares of the whole data, ascending. */
  readonly shares: readonly number[];
  readonly resampling: Resampling;
  /** Permutations behind SPA. */
  readonly permutations: number;
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
}

/** Measures fixed choices of several contestants, and random selection, on replicates of the items. */
export interface CompareJob extends Job {
  readonly kind: 'compare';
  readonly measure: string;
  readonly arenas: readonly Arena[];
  /** How many of the arenas a replicate uses, taken in turn. */
  readonly arenasPerReplicate: number;
  /** Random orders per arena and replicate. */
  readonly randomOrders: number;
  /** The document of each item, as a number, where whole documents are drawn. */
  readonly documents?: Uint32Array;
}

/** Scores that count as truth, and what each contestant chooses where they do. */
export interface Arena {
  readonly truth: ScoreMatrix;
  /** In the order of the contestants; null = this one takes no part here. */
  readonly choices: readonly (Choice | null)[];
}

/** What a contestant chooses on the whole data, as plain arrays. */
export type Choice =
  /** Per item, its place in the ranking; 0 = first. */
  | { readonly places: Uint32Array }
  /** For a selector that chooses for a budget: per share and item (`share * N + item`), 1 = chosen. */
  | { readonly members: Uint8Array };

/** Consecutive replicates, for one worker to make. */
export interface Task {
  readonly first: number;
  readonly count: number;
}

/** The way of one ranking through a replicate. */
export interface Path {
  /** The measure at each share of the job; null where it is not defined. */
  readonly curve: readonly (number | null)[];
  /** The smallest share from which the goal is reached and stays reached; null = never. */
  readonly share: number | null;
  /** Mean cost of an item of that share of the replicate; null without costs or where the goal is never reached. */
  readonly cost: number | null;
}

/** What one replicate gave, as JSON. */
export type Outcome = PlanOutcome | CompareOutcome;

/** The selector, and random selection, on the same replicate. */
export interface PlanOutcome {
  readonly replicate: number;
  readonly selector: Path;
  readonly random: Path;
}

/** Means over the arenas of a replicate. */
export interface CompareOutcome {
  readonly replicate: number;
  /** Per contestant, the measure at each share; null where the contestant took no part. */
  readonly curves: readonly (readonly number[] | null)[];
  /** Per contestant, the mean of its curve minus that of random selection; null where it took no part. */
  readonly gains: readonly (number | null)[];
  /** Estimated variance that the gains have because random selection is the mean of a few orders only. */
  readonly noise: number;
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
