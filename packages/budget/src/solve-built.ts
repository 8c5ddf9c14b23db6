import type { Balance, Built } from './build-problem.js';
import { fixUnits } from './kernels/fix-units.js';
import { greedySelection } from './kernels/greedy-selection.js';
import { lagrangianBound } from './kernels/lagrangian-bound.js';
import { levelBounds } from './kernels/level-bounds.js';
import { isClosed, maximise, type Means } from './maximise.js';
import type { Outcome, Problem, Row } from './problem.js';

/** A problem without balance: the built one, or the built one at a level of its balance. */
export interface Level {
  readonly problem: Problem;
  readonly outcome: Outcome;
}

/**
 * The best selection for a built problem. Where groups take turns, every group has at least t and at most t + 1 units for
 * some level t (or all it has): the levels are tried from the highest bound on until no other can be better.
 *
 * @returns the outcome with the rows of the level it was found at
 */
export async function solveBuilt(built: Built, means: Means): Promise<Level> {
  const { problem, decided, balance } = built;
  if (balance === undefined) return { problem, outcome: await maximiseOpen(problem, decided, means) };
  let best: Level = { problem, outcome: { state: 'infeasible' } };
  let bound = -Infinity;
  for (const level of levelsByBound(built, balance)) {
    const { outcome: known } = best;
    if (known.state === 'found' && isClosed({ ...known, bound: level.bound }, means.gap)) {
      bound = Math.max(bound, level.bound);
      break;
    }
    const levelled = { ...problem, rows: [...problem.rows, ...levelRows(built, balance, level.level)] };
    const cutoff = known.state === 'found' ? known.objective : undefined;
    const outcome = await maximiseOpen(levelled, decided, { ...means, cutoff });
    if (outcome.state !== 'infeasible') bound = Math.max(bound, Math.min(level.bound, outcome.bound));
    if (isBetter(outcome, best.outcome)) best = { problem: levelled, outcome };
  }
  if (best.outcome.state !== 'found') return best;
  return { ...best, outcome: { ...best.outcome, bound: Math.max(bound, best.outcome.objective) } };
}

function isBetter(outcome: Outcome, best: Outcome): boolean {
  if (outcome.state === 'found') return best.state !== 'found' || outcome.objective > best.objective;
  return outcome.state === 'unknown' && best.state === 'infeasible';
}

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

async function maximiseOpen(problem: Problem, decided: Int8Array, means: Means): Promise<Outcome> {
  const open = fixUnits(problem, decided);
  if (open === undefined) return { state: 'infeasible' };
  const cutoff = means.cutoff === undefined ? undefined : means.cutoff - open.base;
  const outcome = await maximise(open.problem, { ...means, cutoff });
  if (outcome.state === 'infeasible') return outcome;
  if (outcome.state === 'unknown') return { ...outcome, bound: outcome.bound + open.base };
  const chosen = Uint8Array.from(decided, (decision) => Number(decision === 1));
  open.free.forEach((unit, at) => (chosen[unit] = outcome.chosen[at]));
  const isEmpty = !chosen.includes(1);
  if (isEmpty && problem.values.some((value) => value > 0)) return { state: 'infeasible' };
  return { ...outcome, chosen, objective: outcome.objective + open.base, bound: outcome.bound + open.base };
}

/** The levels a balance may have, the highest bound first; levels that included units rule out are left out. */
function levelsByBound({ problem, decided }: Built, balance: Balance): { level: number; bound: number }[] {
  const open = fixUnits(problem, decided);
  if (open === undefined) return [];
  const { reduced, bound } = lagrangianBound(open.problem);
  const fixed = new Int32Array(balance.groups);
  decided.forEach((decision, unit) => {
    if (decision === 1) fixed[balance.of[unit]]++;
  });
  const bounds = levelBounds({
    values: open.problem.values,
    reduced,
    bound,
    groups: Int32Array.from(open.free, (unit) => balance.of[unit]),
    fixed,
  });
  return Array.from(bounds, (value, level) => ({ level, bound: value + open.base }))
    .filter((entry) => entry.bound > -Infinity)
    .sort((a, b) => b.bound - a.bound || a.level - b.level);
}

/** Every group between the level and one more, or all it has. */
function levelRows({ decided }: Built, balance: Balance, level: number): Row[] {
  const members = Array.from({ length: balance.groups }, (): number[] => []);
  decided.forEach((decision, unit) => {
    if (decision >= 0) members[balance.of[unit]].push(unit);
  });
  return members.map((units) => ({
    units: Int32Array.from(units),
    coefficients: new Float64Array(units.length).fill(1),
    lower: Math.min(level, units.length),
    upper: Math.min(level + 1, units.length),
    lowerBy: balance.name,
    upperBy: balance.name,
  }));
}
