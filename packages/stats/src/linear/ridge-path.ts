import { lanczos, type KrylovSpace } from './lanczos.js';
import { symmetricEigen } from './symmetric-eigen.js';

/** A matrix of which only the products with vectors are needed, so that a sparse one may stay sparse. */
export interface LinearMap {
  readonly rows: number;
  readonly columns: number;
  /** Matrix times vector: shape (columns) to (rows). */
  times(vector: Float64Array): Float64Array;
  /** Transposed matrix times vector: shape (rows) to (columns). */
  transposedTimes(vector: Float64Array): Float64Array;
}

/** What ridge regression is fitted to. */
export interface RidgeProblem {
  readonly matrix: LinearMap;
  /** Shape (rows), mean 0 within each set. */
  readonly targets: Float64Array;
  /** Which data set each row belongs to, from 0. Each set has its own intercept. */
  readonly sets: Uint32Array;
}

/** Accurate to more digits than a model file keeps. */
const TOLERANCE = 1e-9;
const MAX_STEPS = 400;

/**
 * Ridge regression with one intercept per data set: for each penalty the weights w that minimise
 * Σ (target − intercept of its set − row · w)² + penalty · |w|². Intercepts are not penalised; they drop out when targets and
 * columns are centred within each set.
 *
 * Solved in the dual, α = (K + penalty)⁻¹ y with w = Xᵀα, where there are fewer rows than columns, otherwise in the primal.
 * All penalties come out of one Krylov space, whose small tridiagonal matrix is decomposed once. O(steps · non-zeros
 * + steps² · min(rows, columns) + steps³), with a few hundred steps at most.
 *
 * @param penalties - each above 0
 * @returns one vector of weights, shape (columns), per penalty
 * @example
 * ```ts
 * import { ridgePath } from '@goldpan/stats';
 *
 * const column = (v: Float64Array) => Float64Array.of(-v[0], 0, v[0]);
 * const matrix = { rows: 3, columns: 1, times: column, transposedTimes: (v: Float64Array) => Float64Array.of(v[2] - v[0]) };
 * const problem = { matrix, targets: Float64Array.of(-2, 0, 2), sets: new Uint32Array(3) };
 * ridgePath(problem, [2]).map((weights) => weights[0].toFixed(9)); // → ['1.000000000']
 * ```
 */
export function ridgePath(problem: RidgeProblem, penalties: readonly number[]): Float64Array[] {
  const { matrix, targets, sets } = problem;
  const dual = matrix.rows <= matrix.columns;
  const centred = (vector: Float64Array) => centreWithin(sets, vector);
  const primalOperator = (w: Float64Array) => matrix.transposedTimes(centred(matrix.times(w)));
  const dualOperator = (a: Float64Array) => centred(matrix.times(matrix.transposedTimes(a)));
  const space = lanczos(
    dual ? dualOperator : primalOperator,
    dual ? targets : matrix.transposedTimes(targets),
    {
      shift: Math.min(...penalties),
      tolerance: TOLERANCE,
      maxSteps: Math.min(MAX_STEPS, dual ? matrix.rows : matrix.columns),
    },
  );
  const solve = shiftedSolver(space, dual ? matrix.rows : matrix.columns);
  return penalties.map((penalty) => (dual ? matrix.transposedTimes(solve(penalty)) : solve(penalty)));
}

/**
 * Takes from every value the mean of its set, in place, and returns the vector. O(n).
 *
 * @example
 * ```ts
 * import { centreWithin } from '@goldpan/stats';
 *
 * centreWithin(Uint32Array.of(0, 0, 1), Float64Array.of(1, 3, 8)); // → [-1, 1, 0]
 * ```
 */
export function centreWithin(sets: Uint32Array, vector: Float64Array): Float64Array {
  const sums: number[] = [];
  const counts: number[] = [];
  sets.forEach((set, i) => {
    sums[set] = (sums[set] ?? 0) + vector[i];
    counts[set] = (counts[set] ?? 0) + 1;
  });
  sets.forEach((set, i) => (vector[i] -= sums[set] / counts[set]));
  return vector;
}

/** Solves (operator + shift) x = rhs inside a Krylov space, from the eigenvalues of its tridiagonal matrix. */
function shiftedSolver(space: KrylovSpace, size: number): (shift: number) => Float64Array {
  const { basis, diagonal, offDiagonal, length } = space;
  if (basis.length === 0) return () => new Float64Array(size);
  const order = basis.length;
  const tridiagonal = new Float64Array(order * order);
  diagonal.forEach((value, k) => (tridiagonal[k * (order + 1)] = value));
  offDiagonal.forEach((value, k) => {
    tridiagonal[k * (order + 1) + 1] = tridiagonal[k * (order + 1) + order] = value;
  });
  const { values, vectors } = symmetricEigen(tridiagonal, order);
  return (shift) => {
    const solution = new Float64Array(size);
    basis.forEach((direction, row) => {
      let coefficient = 0;
      for (let k = 0; k < order; k++)
        coefficient += (vectors[row * order + k] * vectors[k] * length) / (values[k] + shift);
      for (let i = 0; i < size; i++) solution[i] += coefficient * direction[i];
    });
    return solution;
  };
}
