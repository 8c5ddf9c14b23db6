import type { Problem, Solver, SolverResult } from '../src/index.js';
import { allSelections, isMet } from './small-programs.js';

/** What a solver was asked. */
export interface Asked {
  readonly problem: Problem;
  readonly start?: Uint8Array;
  readonly gap?: number;
  readonly signal?: AbortSignal;
}

/** How a solver may end. */
export type Ending = 'optimal' | 'feasible' | 'unknown' | 'without a bound' | 'violating';

/** A solver that looks at every selection, ends as it is told, and notes what it was asked. */
export function exhaustiveSolver(ending: Ending = 'optimal'): { solver: Solver; asked: Asked[] } {
  const asked: Asked[] = [];
  const solver: Solver = {
    async maximise(problem, options): Promise<SolverResult> {
      asked.push({ problem, ...options });
      const all = allSelections(problem).sort((a, b) => b.value - a.value);
      if (all.length === 0) return { state: 'infeasible' };
      const [best] = all;
      const some = all[Math.floor(all.length / 2)];
      if (ending === 'unknown') return { state: 'unknown', bound: best.value + 0.01 };
      if (ending === 'without a bound') return { state: 'unknown' };
      const chosen = Uint8Array.from(ending === 'feasible' ? some.chosen : best.chosen);
      // It ends at the first selection that is near enough, and its own bound is rounded.
      const near = all.findLast(({ value }) => value >= best.value - (options.gap ?? 0))!;
      if (ending === 'optimal')
        return { state: 'optimal', chosen: Uint8Array.from(near.chosen), bound: best.value + 1e-6 };
      if (ending === 'feasible') return { state: 'feasible', chosen, bound: best.value + 0.01 };
      const wrong = new Uint8Array(problem.values.length).fill(1);
      return { state: 'optimal', chosen: isMet(problem, wrong) ? chosen : wrong, bound: best.value };
    },
  };
  return { solver, asked };
}
