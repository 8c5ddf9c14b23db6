import highsModule, { type Highs } from 'highs';
import type { Problem } from '../problem.js';
import type { SolverResult } from '../solver.js';

/** What may cross to the worker: a problem, a selection to begin with, and limits. */
export interface HighsTask {
  readonly problem: Problem;
  readonly start?: Uint8Array;
  /** How far from the best is good enough. */
  readonly gap?: number;
  /** Seconds until HiGHS stops by itself. */
  readonly seconds: number;
  /** Nodes of the search tree until HiGHS stops by itself. */
  readonly nodes: number;
}

// The types of highs describe its CommonJS form; its ES module has the loader itself as default.
const loadHighs = highsModule as unknown as typeof highsModule.default;
let loaded: Promise<Highs> | undefined;

/** Solves a 0/1 program with HiGHS in this thread, which is blocked meanwhile. */
export async function solveWithHighs(task: HighsTask): Promise<SolverResult> {
  const highs = await (loaded ??= loadHighs());
  return highs.withModel(modelOf(task.problem, highs), (model): SolverResult => {
    const { problem, start, gap = 0, seconds, nodes } = task;
    model.options.set({
      output_flag: false,
      time_limit: seconds,
      mip_max_nodes: nodes,
      // Zero would never end on account of rounding.
      mip_rel_gap: 1e-9,
      mip_abs_gap: Math.max(1e-9, gap),
      mip_feasibility_tolerance: 1e-9,
      primal_feasibility_tolerance: 1e-9,
    });
    if (start !== undefined) model.setSolution({ colValue: Float64Array.from(start) });
    model.run();
    const { modelStatus } = highs.constants;
    const status = model.getModelStatus();
    if (status === modelStatus.infeasible) return { state: 'infeasible' };
    // The solver minimises, so bounds and values change sign.
    const bound = -Number(model.info.get('mip_dual_bound'));
    const hasSelection = model.info.get('primal_solution_status') === highs.constants.solutionStatus.feasible;
    if (!hasSelection) return { state: 'unknown', ...(Number.isFinite(bound) && { bound }) };
    const values = model.getSolution().colValue;
    const chosen = Uint8Array.from(problem.values, (_, unit) => Number(values[unit] > 0.5));
    return { state: status === modelStatus.optimal ? 'optimal' : 'feasible', chosen, bound };
  });
}

/** Minimises the negative values; each row is divided by its mean coefficient, so that tolerances mean the same in all. */
function modelOf({ values, rows }: Problem, highs: Highs) {
  const size = values.length;
  const starts = new Int32Array(rows.length + 1);
  rows.forEach((row, k) => (starts[k + 1] = starts[k] + row.units.length));
  const indices = new Int32Array(starts[rows.length]);
  const coefficients = new Float64Array(starts[rows.length]);
  const [lower, upper] = [new Float64Array(rows.length), new Float64Array(rows.length)];
  rows.forEach((row, k) => {
    const scale = row.units.length / row.coefficients.reduce((sum, value) => sum + Math.abs(value), 0);
    indices.set(row.units, starts[k]);
    row.coefficients.forEach((value, at) => (coefficients[starts[k] + at] = value * scale));
    lower[k] = row.lower === -Infinity ? -highs.infinity : row.lower * scale;
    upper[k] = row.upper === Infinity ? highs.infinity : row.upper * scale;
  });
  return {
    numCols: size,
    numRows: rows.length,
    colCost: values.map((value) => -value),
    colLower: new Float64Array(size),
    colUpper: new Float64Array(size).fill(1),
    rowLower: lower,
    rowUpper: upper,
    matrix: {
      format: 'csr' as const,
      numCols: size,
      numRows: rows.length,
      starts,
      indices,
      values: coefficients,
    },
    integrality: new Int32Array(size).fill(highs.constants.variableType.integer),
  };
}
