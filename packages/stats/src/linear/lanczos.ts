import { dot } from './dot.js';

/** An orthonormal basis of the space in which the solutions lie, and the operator seen from it. */
export interface KrylovSpace {
  /** Basis vectors; the first is the right-hand side scaled to length 1. */
  readonly basis: readonly Float64Array[];
  /** The tridiagonal matrix of the operator in this basis. */
  readonly diagonal: readonly number[];
  readonly offDiagonal: readonly number[];
  /** Length of the right-hand side. */
  readonly length: number;
}

/** When to stop. */
export interface LanczosOptions {
  /** The smallest shift for which (operator + shift) x = rhs will be solved, above 0. */
  readonly shift: number;
  /** Stop when the residual of that system is below this share of the right-hand side. */
  readonly tolerance: number;
  readonly maxSteps: number;
}

/**
 * The space in which (operator + shift) x = rhs is solved for the given shift and every larger one, by Lanczos'
 * method with full reorthogonalisation. Larger shifts converge sooner. Exact to rounding after as many steps as the operator has distinct
 * eigenvalues. O(steps · operator + steps² · size).
 *
 * @param operator - symmetric, positive semi-definite
 * @example
 * ```ts
 * import { lanczos } from '@goldpan/stats';
 *
 * const doubled = (vector: Float64Array) => vector.map((value) => 2 * value);
 * const space = lanczos(doubled, Float64Array.of(3, 4), { shift: 1, tolerance: 1e-9, maxSteps: 2 });
 * [space.basis.length, space.length]; // → [1, 5]
 * ```
 */
export function lanczos(
  operator: (vector: Float64Array) => Float64Array,
  rhs: Float64Array,
  { shift, tolerance, maxSteps }: LanczosOptions,
): KrylovSpace {
  const length = Math.sqrt(dot(rhs, rhs));
  const basis: Float64Array[] = [];
  const diagonal: number[] = [];
  const offDiagonal: number[] = [];
  if (length === 0) return { basis, diagonal, offDiagonal, length };
  let next = rhs.map((value) => value / length);
  let pivot = 0;
  // The residual of step k is the product of the off-diagonal elements over the pivots of (tridiagonal + shift).
  let residual = 1;
  for (let step = 0; step < maxSteps; step++) {
    basis.push(next);
    const image = operator(next);
    const alpha = dot(image, next);
    // Twice, because once leaves rounding errors that grow from step to step.
    orthogonalise(image, basis);
    orthogonalise(image, basis);
    const beta = Math.sqrt(dot(image, image));
    pivot = alpha + shift - (step === 0 ? 0 : offDiagonal[step - 1] ** 2 / pivot);
    diagonal.push(alpha);
    residual *= beta / pivot;
    if (residual <= tolerance || step === maxSteps - 1) break;
    offDiagonal.push(beta);
    next = image.map((value) => value / beta);
  }
  return { basis, diagonal, offDiagonal, length };
}

/** Takes from a vector, in place, what lies along each of the basis vectors. */
function orthogonalise(vector: Float64Array, basis: readonly Float64Array[]): void {
  for (const direction of basis) {
    const along = dot(vector, direction);
    for (let i = 0; i < vector.length; i++) vector[i] -= along * direction[i];
  }
}
