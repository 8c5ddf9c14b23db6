import { levelRows, levelsByBound } from './balance-levels.js';
import type { Built } from './build-problem.js';
import { fixUnits } from './kernels/fix-units.js';
import { greedySelection } from './kernels/greedy-selection.js';
import { lagrangianBound } from './kernels/lagrangian-bound.js';
import type { Means } from './maximise.js';
import type { Problem } from './problem.js';

/** Whether any selection meets the constraints; true where the search ends without an answer. */
export async function isFeasible(built: Built, means: Means): Promise<boolean> {
  const { problem, decided, balance } = built;
  const values = new Float64Array(problem.values.length).fill(1);
  if (balance === undefined) return isOpenFeasible({ values, rows: problem.rows }, decided, means);
  const levels = levelsByBound({ ...built, problem: { values, rows: problem.rows } }, balance);
  for (const { level } of levels) {
    const rows = [...problem.rows, ...levelRows(built, balance, level)];
    if (await isOpenFeasible({ values, rows }, decided, means)) return true;
  }
  return false;
}

/** With every value 1 the greedy selection takes what it can; with every value 0 the solver stops at its first selection. */
async function isOpenFeasible(problem: Problem, decided: Int8Array, means: Means): Promise<boolean> {
  const open = fixUnits(problem, decided);
  if (open === undefined) return false;
  const { values, rows } = open.problem;
  const isChosenAlready = decided.includes(1);
  const relaxation = lagrangianBound(open.problem);
  if (relaxation.isInfeasible) return false;
  const chosen = greedySelection(open.problem, relaxation.reduced);
  if (chosen !== undefined) return isChosenAlready || chosen.includes(1);
  if (means.solver === undefined) return true;
  const result = await means.solver.maximise({ values: values.map(() => 0), rows }, means);
  return result.state !== 'infeasible';
}
