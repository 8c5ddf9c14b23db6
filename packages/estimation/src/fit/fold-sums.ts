/** Sums of products of some cells: what ridge regression needs of them. */
export interface FoldSums {
  /** Features times features, shape (features × features). */
  readonly gram: Float64Array;
  /** Features times judgements, shape (features). */
  readonly cross: Float64Array;
  /** Sums of features per system, shape (systems × features). */
  readonly features: Float64Array;
  /** Sums of judgements per system. */
  readonly judgements: Float64Array;
  /** Weights per system. */
  readonly weights: Float64Array;
}

/** Judgements and features of judged cells, both without the effects of their items. */
export interface WithinCells {
  /** Shape (items × systems), 0 in missing cells. */
  readonly judgements: Float64Array;
  /** Shape (items × systems × features), 0 in missing cells. */
  readonly features: Float64Array;
  readonly observed: Uint8Array | undefined;
  /** Weight of each item, mean 1. */
  readonly weights: Float64Array;
  readonly systems: number;
  /** P. */
  readonly width: number;
}

/** Empty sums. */
export function emptySums(systems: number, width: number): FoldSums {
  return {
    gram: new Float64Array(width * width),
    cross: new Float64Array(width),
    features: new Float64Array(systems * width),
    judgements: new Float64Array(systems),
    weights: new Float64Array(systems),
  };
}

/** The sums of each fold, of the given rows or of all. O(n·S·P²). */
export function foldSums(
  cells: WithinCells,
  folds: Uint32Array,
  count: number,
  rows: Iterable<number> = folds.keys(),
): FoldSums[] {
  const sums = Array.from({ length: count }, () => emptySums(cells.systems, cells.width));
  for (const row of rows) addItem(sums[folds[row]], cells, row);
  for (const { gram } of sums) mirror(gram, cells.width);
  return sums;
}

function addItem(sums: FoldSums, cells: WithinCells, item: number): void {
  const { systems, width, observed, features, judgements } = cells;
  const weight = cells.weights[item];
  for (let system = 0; system < systems; system++) {
    const cell = item * systems + system;
    if (observed?.[cell] === 0) continue;
    const at = cell * width;
    const judgement = weight * judgements[cell];
    sums.weights[system] += weight;
    sums.judgements[system] += judgement;
    for (let k = 0; k < width; k++) {
      const feature = features[at + k];
      sums.cross[k] += judgement * feature;
      sums.features[system * width + k] += weight * feature;
      const weighted = weight * feature;
      for (let l = 0; l <= k; l++) sums.gram[k * width + l] += weighted * features[at + l];
    }
  }
}

function mirror(matrix: Float64Array, order: number): void {
  for (let k = 0; k < order; k++) for (let l = 0; l < k; l++) matrix[l * order + k] = matrix[k * order + l];
}

/** The sums of all folds but one (all, when `left` is −1). */
export function sumsWithout(folds: readonly FoldSums[], left: number): FoldSums {
  const { judgements, cross } = folds[0];
  const total = emptySums(judgements.length, cross.length);
  folds.forEach((fold, f) => {
    if (f === left) return;
    addTo(total.gram, fold.gram);
    addTo(total.cross, fold.cross);
    addTo(total.features, fold.features);
    addTo(total.judgements, fold.judgements);
    addTo(total.weights, fold.weights);
  });
  return total;
}

/** The same sums with what known slopes say taken off the judgements. O(S·P + P²). */
export function sumsBeyond(sums: FoldSums, slopes: Float64Array): FoldSums {
  const width = slopes.length;
  const said = (of: Float64Array, row: number) => {
    let sum = 0;
    for (let k = 0; k < width; k++) sum += of[row * width + k] * slopes[k];
    return sum;
  };
  return {
    ...sums,
    cross: sums.cross.map((product, k) => product - said(sums.gram, k)),
    judgements: sums.judgements.map((sum, system) => sum - said(sums.features, system)),
  };
}

/** Means of the judgements per system in all folds but one; 0 for a system without any. O(folds·S). */
export function judgementsWithout(folds: readonly FoldSums[], left: number): Float64Array {
  const { length } = folds[0].judgements;
  const [judgements, weights] = [new Float64Array(length), new Float64Array(length)];
  folds.forEach((fold, f) => {
    if (f === left) return;
    addTo(judgements, fold.judgements);
    addTo(weights, fold.weights);
  });
  return judgements.map((sum, system) => (weights[system] > 0 ? sum / weights[system] : 0));
}

function addTo(total: Float64Array, part: Float64Array): void {
  for (let i = 0; i < total.length; i++) total[i] += part[i];
}

/**
 * Products of the cells of `sums` about given centres per system, in place of those about 0: Σ (x − c)(x − c)ᵀ and Σ (x − c)(y − d).
 * O(S·P²).
 */
export function centredProducts(
  sums: FoldSums,
  centres: { features: Float64Array; judgements: Float64Array },
) {
  const width = sums.cross.length;
  const gram = sums.gram.slice();
  const cross = sums.cross.slice();
  sums.weights.forEach((weight, system) => {
    const x = sums.features.subarray(system * width, (system + 1) * width);
    const c = centres.features.subarray(system * width, (system + 1) * width);
    const y = sums.judgements[system];
    const d = centres.judgements[system];
    for (let k = 0; k < width; k++) {
      cross[k] += weight * c[k] * d - x[k] * d - c[k] * y;
      for (let l = 0; l <= k; l++) gram[k * width + l] += weight * c[k] * c[l] - x[k] * c[l] - c[k] * x[l];
    }
  });
  mirror(gram, width);
  return { gram, cross };
}

/** Means per system of the cells of `sums`; 0 for a system without any. */
export function centresOf(sums: FoldSums): { features: Float64Array; judgements: Float64Array } {
  const width = sums.cross.length;
  const over = (sum: number, system: number) => (sums.weights[system] > 0 ? sum / sums.weights[system] : 0);
  return {
    features: sums.features.map((sum, at) => over(sum, Math.floor(at / width))),
    judgements: sums.judgements.map(over),
  };
}
