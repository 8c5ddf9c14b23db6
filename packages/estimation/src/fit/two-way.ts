import { cholesky, solveCholesky } from '@goldpan/stats';
import { disconnectedSystems } from '../errors.js';

/** Effects of items and systems in a matrix of judged items, by weighted least squares, for matrices with the same missing cells. */
export interface TwoWay {
  readonly items: number;
  readonly systems: number;
  readonly weights: Float64Array;
  /** 1 where a cell is judged; undefined when all are. */
  readonly observed: Uint8Array | undefined;
  /** Cells of each system that are judged. */
  readonly counts: Uint32Array;
  /**
   * System effects, sum 0, shape (systems × width), and item effects, shape (items × width), of a (items × systems × width) array.
   */
  effects(cells: Float64Array, width: number): { systems: Float64Array; items: Float64Array };
  /** Solves A θ = b in place, the normal equations of the system effects; b sums to 0. */
  solve(vector: Float64Array): void;
}

/**
 * Additive effects of n items and S systems where cells may be missing: A θ = Σ wᵢ oᵢ∘(yᵢ − mean of the observed yᵢ) with
 * A = diag(Σ wᵢ oᵢ) − Σ wᵢ oᵢoᵢᵀ/mᵢ and Σ θ = 0. With no cell missing, θ is the weighted mean less its mean over the systems.
 * O(n·S²) once where cells are missing, then O(n·S) per matrix.
 *
 * @param judgements - shape (items × systems), NaN = missing
 * @param weights - of the items, sum 1
 * @throws DISCONNECTED_SYSTEMS when no chain of items joins all systems
 */
export function twoWay(judgements: Float64Array, weights: Float64Array, names: readonly string[]): TwoWay {
  const items = weights.length;
  const systems = names.length;
  const counts = new Uint32Array(systems);
  const observed = new Uint8Array(judgements.length);
  judgements.forEach((judgement, cell) => {
    if (Number.isNaN(judgement)) return;
    observed[cell] = 1;
    counts[cell % systems]++;
  });
  const complete = counts.every((count) => count === items);
  const shape = { items, systems, weights, counts, observed: complete ? undefined : observed };
  const solve = complete ? () => {} : normalEquations(observed, weights, names);
  return { ...shape, solve, effects: (cells, width) => effectsOf(cells, width, { ...shape, solve }) };
}

type Shape = Omit<TwoWay, 'effects'>;

function normalEquations(observed: Uint8Array, weights: Float64Array, names: readonly string[]) {
  requireConnected(observed, names);
  const systems = names.length;
  // The constant 1/S fixes the sum of the effects; with it the matrix is the identity when nothing is missing.
  const matrix = new Float64Array(systems * systems).fill(1 / systems);
  weights.forEach((weight, item) => {
    const row = observed.subarray(item * systems, (item + 1) * systems);
    const share = weight / row.reduce((sum, cell) => sum + cell, 0);
    for (let a = 0; a < systems; a++) {
      if (row[a] === 0) continue;
      matrix[a * systems + a] += weight;
      for (let b = 0; b < systems; b++) matrix[a * systems + b] -= share * row[b];
    }
  });
  cholesky(matrix, systems);
  return (vector: Float64Array) => solveCholesky(matrix, systems, vector);
}

/** @throws DISCONNECTED_SYSTEMS */
function requireConnected(observed: Uint8Array, names: readonly string[]): void {
  const systems = names.length;
  const group = Uint32Array.from(names.keys());
  for (let row = 0; row < observed.length; row += systems) {
    const first = observed.subarray(row, row + systems).indexOf(1);
    for (let system = first + 1; system < systems; system++) {
      if (observed[row + system] === 0 || group[system] === group[first]) continue;
      const joined = group[system];
      for (let s = 0; s < systems; s++) if (group[s] === joined) group[s] = group[first];
    }
  }
  const roots = [...new Set(group)];
  if (roots.length > 1)
    throw disconnectedSystems(roots.map((root) => names.filter((_, system) => group[system] === root)));
}

function effectsOf(cells: Float64Array, width: number, shape: Shape) {
  const { items, systems, weights, observed } = shape;
  const itemMeans = new Float64Array(items * width);
  const sums = new Float64Array(systems * width);
  for (let item = 0; item < items; item++) {
    meanOfRow({ cells, width, item }, shape, itemMeans);
    for (let system = 0; system < systems; system++) {
      const cell = item * systems + system;
      if (observed?.[cell] === 0) continue;
      for (let k = 0; k < width; k++)
        sums[system * width + k] += weights[item] * (cells[cell * width + k] - itemMeans[item * width + k]);
    }
  }
  solveColumns(sums, width, shape);
  if (observed !== undefined) takeSystemsOff(itemMeans, { effects: sums, width }, shape);
  return { systems: sums, items: itemMeans };
}

/** Means over the observed cells of one item, written into its row of `means`. */
function meanOfRow(
  { cells, width, item }: { cells: Float64Array; width: number; item: number },
  { systems, observed }: Shape,
  means: Float64Array,
): void {
  let count = 0;
  for (let cell = item * systems; cell < (item + 1) * systems; cell++) {
    if (observed?.[cell] === 0) continue;
    count++;
    for (let k = 0; k < width; k++) means[item * width + k] += cells[cell * width + k];
  }
  for (let k = 0; k < width; k++) means[item * width + k] /= count;
}

function solveColumns(sums: Float64Array, width: number, { systems, solve, observed }: Shape): void {
  if (observed === undefined) return;
  const column = new Float64Array(systems);
  for (let k = 0; k < width; k++) {
    for (let system = 0; system < systems; system++) column[system] = sums[system * width + k];
    solve(column);
    for (let system = 0; system < systems; system++) sums[system * width + k] = column[system];
  }
}

/** An item that was judged for good systems only is no better for that: its effect is its mean less theirs. */
function takeSystemsOff(
  itemMeans: Float64Array,
  { effects, width }: { effects: Float64Array; width: number },
  { items, systems, observed }: Shape,
): void {
  for (let item = 0; item < items; item++) {
    const row = observed!.subarray(item * systems, (item + 1) * systems);
    const count = row.reduce((sum, cell) => sum + cell, 0);
    for (let k = 0; k < width; k++) {
      let sum = 0;
      for (let system = 0; system < systems; system++) sum += row[system] * effects[system * width + k];
      itemMeans[item * width + k] -= sum / count;
    }
  }
}

/** Takes item and system effects off in place; what is left is 0 in missing cells. */
export function residualise(cells: Float64Array, width: number, layout: TwoWay) {
  const effects = layout.effects(cells, width);
  const { items, systems, observed } = layout;
  for (let item = 0; item < items; item++) {
    for (let system = 0; system < systems; system++) {
      const cell = item * systems + system;
      for (let k = 0; k < width; k++) {
        const expected = effects.items[item * width + k] + effects.systems[system * width + k];
        cells[cell * width + k] = observed?.[cell] === 0 ? 0 : cells[cell * width + k] - expected;
      }
    }
  }
  return effects;
}
