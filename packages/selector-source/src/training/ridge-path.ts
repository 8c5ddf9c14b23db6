import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import { timesVector, transposedTimesVector, type SparseRows } from '../features/sparse-rows.js';
import { lanczos, type KrylovSpace } from './lanczos.js';

/** What ridge regression is fitted to. */
export interface RidgeProblem {
  readonly matrix: SparseRows;
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
 */
export function ridgePath(problem: RidgeProblem, penalties: readonly number[]): Float64Array[] {
  const { matrix, targets, sets } = problem;
  const dual = matrix.rows <= matrix.width;
  const centred = (vector: Float64Array) => centreWithin(sets, vector);
  const primalOperator = (w: Float64Array) => transposedTimesVector(matrix, centred(timesVector(matrix, w)));
  const dualOperator = (a: Float64Array) => centred(timesVector(matrix, transposedTimesVector(matrix, a)));
  const space = lanczos(
    dual ? dualOperator : primalOperator,
    dual ? targets : transposedTimesVector(matrix, targets),
    {
      shift: Math.min(...penalties),
      tolerance: TOLERANCE,
      maxSteps: Math.min(MAX_STEPS, dual ? matrix.rows : matrix.width),
    },
  );
  const solve = shiftedSolver(space, dual ? matrix.rows : matrix.width);
  return penalties.map((penalty) => (dual ? transposedTimesVector(matrix, solve(penalty)) : solve(penalty)));
}

/** Takes from every value the mean of its set, in place, and returns the vector. O(n). */
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
  const tridiagonal = Matrix.diag([...diagonal]);
  offDiagonal.forEach((value, k) => tridiagonal.set(k, k + 1, value).set(k + 1, k, value));
  const { realEigenvalues, eigenvectorMatrix: vectors } = new EigenvalueDecomposition(tridiagonal, {
    assumeSymmetric: true,
  });
  return (shift) => {
    const solution = new Float64Array(size);
    basis.forEach((direction, row) => {
      let coefficient = 0;
      for (let k = 0; k < basis.length; k++)
        coefficient += (vectors.get(row, k) * vectors.get(0, k) * length) / (realEigenvalues[k] + shift);
      for (let i = 0; i < size; i++) solution[i] += coefficient * direction[i];
    });
    return solution;
  };
}
