import type { Problem } from './problem.js';

/** What a solver of integer programs found. */
export interface SolverResult {
  /** `optimal`: proven; `feasible`: stopped by a limit with a selection; `unknown`: stopped without one. */
  readonly state: 'optimal' | 'feasible' | 'infeasible' | 'unknown';
  readonly chosen?: Uint8Array;
  /** A value that no selection exceeds. */
  readonly bound?: number;
}

/** A solver of 0/1 linear programs, such as `highsSolver` of `@goldpan/budget/node`. */
export interface Solver {
  /**
   * @param options - `start`: a selection that meets every row, to begin with; `gap`: how far below the bound the values of
   *   a selection may be for the search to end there, default 0
   * @throws the reason of `signal` soon after it is aborted
   */
  maximise(
    problem: Problem,
    options: { readonly start?: Uint8Array; readonly gap?: number; readonly signal?: AbortSignal },
  ): Promise<SolverResult>;
}
