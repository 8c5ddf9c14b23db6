import { dot, solveLinear } from '@goldpan/stats';

/** How the search ended. */
export interface FixedPoint {
  readonly at: Float64Array;
  readonly converged: boolean;
  readonly passes: number;
  /** Largest change of a coordinate in the last step. */
  readonly change: number;
}

/** Steps are combined once none of their parts is longer than this: far from the fixed point they may lead to another. */
const NEAR = 0.1;
/** At first so many steps are combined. */
const MEMORY = 6;

/**
 * A fixed point of a map that contracts (an EM step), by Anderson acceleration: the next place is the combination of the
 * last few steps whose changes cancel best. Where that leads astray, plain steps take over.
 *
 * Walker and Ni, *Anderson acceleration for fixed-point iterations*, SIAM J. Numer. Anal. 49 (2011), with restarts.
 */
export function fixedPoint(
  map: (at: Float64Array) => Float64Array,
  start: Float64Array,
  options: { readonly tolerance: number; readonly mostPasses: number },
): FixedPoint {
  const { tolerance, mostPasses } = options;
  let memory = MEMORY;
  let at = start;
  let history: Visit[] = [];
  let change = Infinity;
  let before = Infinity;
  for (let passes = 1; passes <= mostPasses; passes++) {
    const next = map(at);
    const residual = next.map((value, i) => value - at[i]);
    change = residual.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
    if (change < tolerance) return { at: next, converged: true, passes, change };
    if (history.length > 1 && !(change <= 2 * before)) {
      // The combination led astray: take the plain step from where it started, and be more careful from here.
      at = combine(history.slice(-1));
      history = [];
      memory = Math.floor(memory / 2);
      before = Infinity;
      continue;
    }
    before = change;
    const useful = change < NEAR && memory > 0 ? history.slice(-memory) : [];
    history = [...useful, { at, residual }];
    at = combine(history);
  }
  return { at, converged: false, passes: mostPasses, change };
}

interface Visit {
  readonly at: Float64Array;
  readonly residual: Float64Array;
}

/** Where the combination of past steps with the smallest residual leads. */
function combine(history: readonly Visit[]): Float64Array {
  const last = history[history.length - 1];
  const plain = last.at.map((value, i) => value + last.residual[i]);
  const count = history.length - 1;
  if (count === 0) return plain;
  const differences = history
    .slice(0, -1)
    .map((past) => last.residual.map((value, i) => value - past.residual[i]));
  const gram = new Float64Array(count * count);
  const right = new Float64Array(count);
  differences.forEach((a, k) => {
    differences.forEach((b, l) => (gram[k * count + l] = dot(a, b)));
    right[k] = dot(a, last.residual);
  });
  let trace = 0;
  for (let k = 0; k < count; k++) trace += gram[k * (count + 1)];
  for (let k = 0; k < count; k++) gram[k * (count + 1)] += 1e-10 * trace;
  const weights = solveLinear(gram, right);
  weights.forEach((weight, k) => {
    const past = history[k];
    for (let i = 0; i < plain.length; i++) {
      plain[i] -= weight * (last.at[i] + last.residual[i] - past.at[i] - past.residual[i]);
    }
  });
  return plain;
}
