import { fixUnits } from './kernels/fix-units.js';
import { greedySelection } from './kernels/greedy-selection.js';
import { solveKnapsack } from './kernels/knapsack.js';
import { lagrangianBound, type LagrangianBound } from './kernels/lagrangian-bound.js';
import { WorkingSelection } from './kernels/working-selection.js';
import { objectiveOf, type Outcome, type Problem } from './problem.js';
import type { Solver } from './solver.js';

/** Bounds and objectives closer than this share are equal: rounding. */
const ROUNDING = 1e-9;

/** What a search may use. */
export interface Means {
  readonly solver?: Solver;
  readonly signal?: AbortSignal;
  /** A value that is reached already: a problem whose bound is not above it is not searched further. */
  readonly cutoff?: number;
  /** How far from the bound is good enough, as a share of it; default 0. */
  readonly gap?: number;
}

/**
 * The best selection for a problem, with a bound. One limit alone is a knapsack and solved exactly. Otherwise a Lagrangian
 * bound and a greedy selection with swaps come first; where a gap is left and there is a solver, it gets the units whose
 * place the bound leaves open, with the greedy selection to start from.
 */
export async function maximise(problem: Problem, means: Means): Promise<Outcome> {
  means.signal?.throwIfAborted();
  const undecided = fixUnits(problem, new Int8Array(problem.values.length));
  if (undecided === undefined) return { state: 'infeasible' };
  const { problem: bare } = undecided;
  const alone = asKnapsack(bare);
  if (alone !== undefined && (means.solver === undefined || isClosed(alone, means.gap)))
    return { state: 'found', ...alone };
  const relaxation = lagrangianBound(bare);
  if (relaxation.isInfeasible) return { state: 'infeasible' };
  const { cutoff = -Infinity } = means;
  if (isClosed({ objective: cutoff, bound: relaxation.bound }))
    return { state: 'cut', bound: relaxation.bound };
  const found = { ...(alone ?? greedily(bare, relaxation)), relaxation };
  if (means.solver === undefined || isClosed(found, means.gap)) return outcomeOf(found);
  means.signal?.throwIfAborted();
  return solveCore(bare, found, { ...means, solver: means.solver });
}

function greedily(problem: Problem, { reduced, bound }: LagrangianBound): Omit<Found, 'relaxation'> {
  const chosen = greedySelection(problem, reduced);
  return { chosen, bound, objective: chosen === undefined ? -Infinity : objectiveOf(problem.values, chosen) };
}

interface Found {
  readonly chosen?: Uint8Array;
  readonly objective: number;
  readonly bound: number;
  readonly relaxation: LagrangianBound;
}

/** Whether a bound proves that an objective is the best, or within a gap of the best. */
export function isClosed({ objective, bound }: { objective: number; bound: number }, gap = 0): boolean {
  return bound - objective <= Math.max(ROUNDING, gap) * Math.abs(bound);
}

function outcomeOf({ chosen, objective, bound }: Found): Outcome {
  if (chosen === undefined) return { state: 'unknown', bound };
  return { state: 'found', chosen, objective, bound: Math.max(bound, objective) };
}

/** Solves a problem that only has limits from above in one row: exactly, without a solver. */
export function asKnapsack({ values, rows }: Problem) {
  const [row] = rows;
  const isLimit =
    rows.length === 0 || (row.lower === -Infinity && row.coefficients.every((cost) => cost > 0));
  if (rows.length > 1 || !isLimit) return undefined;
  const chosen = Uint8Array.from(values, (value) => Number(value > 0));
  if (rows.length === 0) {
    const objective = objectiveOf(values, chosen);
    return { chosen, objective, bound: objective };
  }
  // Units outside the row cost nothing and stay chosen; those of no value stay out.
  const paid = row.units.filter((unit) => values[unit] > 0);
  const weights = row.coefficients.filter((_, at) => values[row.units[at]] > 0);
  const inside = solveKnapsack({
    values: Float64Array.from(paid, (unit) => values[unit]),
    weights,
    capacity: row.upper,
  });
  paid.forEach((unit, at) => (chosen[unit] = inside.chosen[at]));
  const objective = objectiveOf(values, chosen);
  return { chosen, objective, bound: Math.max(objective, objective + inside.bound - inside.objective) };
}

/**
 * Hands the open part of a problem to the solver. A unit is decided where deciding it otherwise could not give more
 * than the selection already found.
 */
async function solveCore(
  problem: Problem,
  found: Found,
  { solver, signal, gap = 0 }: Means & { solver: Solver },
): Promise<Outcome> {
  const open = found.relaxation.bound - found.objective;
  const decided = Int8Array.from(found.relaxation.reduced, (left) =>
    Math.abs(left) < open ? 0 : left > 0 ? 1 : -1,
  );
  const core = fixUnits(problem, decided);
  // Nothing better exists where the decided units leave no selection at all.
  if (core === undefined)
    return found.chosen ? outcomeOf({ ...found, bound: found.objective }) : { state: 'infeasible' };
  const start = startFor(found.chosen, { decided, free: core.free });
  const result = await solver.maximise(core.problem, { start, signal, gap: gap * Math.abs(found.bound) });
  if (result.state === 'infeasible') {
    return found.chosen ? outcomeOf({ ...found, bound: found.objective }) : { state: 'infeasible' };
  }
  const solved = result.chosen && withCore(problem, { decided, free: core.free, inside: result.chosen });
  const objective = solved ? objectiveOf(problem.values, solved) : -Infinity;
  const better = solved && objective > found.objective ? { chosen: solved, objective } : found;
  const isProven = result.state === 'optimal' && gap === 0 && solved !== undefined;
  const rest = isProven ? objective : core.base + (result.bound ?? Infinity);
  // What the decided units rule out cannot exceed the selection found; the rest cannot exceed the solver's bound.
  const bound = Math.min(found.bound, Math.max(better.objective, rest));
  return outcomeOf({ ...found, ...better, bound });
}

interface Core {
  readonly decided: Int8Array;
  readonly free: Int32Array;
}

/** The known selection on the open units; absent where it differs from the decided ones. */
function startFor(chosen: Uint8Array | undefined, { decided, free }: Core): Uint8Array | undefined {
  if (chosen?.some((inside, unit) => decided[unit] !== 0 && inside !== Number(decided[unit] === 1)))
    return undefined;
  return chosen && Uint8Array.from(free, (unit) => chosen[unit]);
}

/** The whole selection made of decided and solved units; undefined where the solver's tolerance let a row be violated. */
function withCore(
  problem: Problem,
  { decided, free, inside }: Core & { inside: Uint8Array },
): Uint8Array | undefined {
  const selection = new WorkingSelection(problem);
  for (let unit = 0; unit < decided.length; unit++) if (decided[unit] === 1) selection.flip(unit);
  free.forEach((unit, at) => {
    if (inside[at]) selection.flip(unit);
  });
  return selection.violation() > 0 ? undefined : selection.chosen;
}
