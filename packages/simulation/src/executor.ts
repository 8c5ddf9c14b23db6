import type { SimulationJob, Task, TaskResult } from './job.js';

/** What a run of tasks tells while it goes on. */
export interface RunHooks {
  /** Stops the run: `run` rejects within a second. */
  readonly signal?: AbortSignal;
  /** Called once per task, in whatever order tasks finish. */
  readonly onResult: (task: Task, result: TaskResult) => void;
}

/**
 * Where replicates are made: in this thread, in worker threads, or anywhere else. An executor carries out every task once
 * it can, in any order; the simulation puts the outcomes in order. It stops after a task that reports a failure.
 */
export interface Executor {
  run(job: SimulationJob, tasks: readonly Task[], hooks: RunHooks): Promise<void>;
}
