import type { EstimationContext, JudgedData } from '@goldpan/core';
import { tooFewDocuments } from '../errors.js';
import type { TwoWay } from './two-way.js';

/** What an estimate leaves unexplained: within items (rows sum to 0 where complete) and of the items' levels. */
export interface Residuals {
  /** Shape (judged × systems), 0 in missing cells. */
  readonly within: Float64Array;
  /** Shape (judged). */
  readonly levels: Float64Array;
}

/** How sure estimates of means are. */
export interface SamplingCovariance {
  /** Shape (systems × systems). */
  readonly covariance: Float64Array;
  readonly degreesOfFreedom: number;
}

/**
 * Covariance of estimates over the units that were drawn.
 *
 * Items: n/(n − 1) Σ (1 − πᵢ) wᵢ² RᵢRᵢᵀ, the linearised variance of Hájek and regression estimates; with equal probabilities
 * it is cov(R)·(1/n − 1/N). Documents: CR2, that is 1/(1 − W_g) in place of n/(n − 1), W_g the weight of the document, with the degrees
 * of freedom of Satterthwaite. For a population of texts like these, what was saved by the finite population is paid with the
 * plain residuals, because N items are a sample too. O(n·S + units·S²).
 *
 * @param residuals - with metrics
 * @param plain - without metrics
 */
export function samplingCovariance(
  residuals: Residuals,
  plain: Residuals,
  design: { data: JudgedData; context: EstimationContext; layout: TwoWay },
): SamplingCovariance {
  const { data, context, layout } = design;
  const units = 1 + Math.max(...context.units);
  if (data.documents !== undefined && units < 2) throw tooFewDocuments(units);
  const sizes = unitWeights(context.units, context.weights, units);
  const drawn = drawnShares(design, units);
  const systems = layout.systems;
  const adjust = sizes.map((size) => (data.documents ? 1 / (1 - size) : units / (units - 1)));
  const left = drawn.map((share) => 1 - share);
  const covariance = sumOfSquares(unitErrors(residuals, context, layout), { adjust, share: left, systems });
  if (context.population === 'like-these') {
    const further = sumOfSquares(unitErrors(plain, context, layout), { adjust, share: drawn, systems });
    for (let i = 0; i < covariance.length; i++) covariance[i] += further[i];
  }
  const fewest = Math.min(...layout.counts);
  const degreesOfFreedom = data.documents ? satterthwaite(sizes) : Math.max(1, fewest - 1);
  return { covariance, degreesOfFreedom };
}

function unitWeights(units: Uint32Array, weights: Float64Array, count: number): Float64Array {
  const sizes = new Float64Array(count);
  units.forEach((unit, i) => (sizes[unit] += weights[i]));
  return sizes;
}

/** Share of the population that the design drew, as each unit and system stands for it; shape (units × systems). */
function drawnShares(
  { data, context, layout }: { data: JudgedData; context: EstimationContext; layout: TwoWay },
  units: number,
) {
  const { items } = data.judgements;
  const shares = new Float64Array(units * layout.systems);
  const members = new Float64Array(units);
  context.units.forEach((unit) => members[unit]++);
  const documents = data.documents && units / new Set(data.documents).size;
  context.units.forEach((unit, i) => {
    for (let system = 0; system < layout.systems; system++) {
      // Cells that are missing in judged items stay unknown when all items are judged.
      const cells = layout.counts[system] / items;
      // Documents that are judged in part are not done with.
      const share = data.inclusion?.[context.judged[i]] ?? (documents ? Math.min(documents, cells) : cells);
      shares[unit * layout.systems + system] += share / members[unit];
    }
  });
  return shares;
}

/** What each unit adds to the error of each system's mean, to first order; shape (units × systems). */
function unitErrors({ within, levels }: Residuals, context: EstimationContext, layout: TwoWay): Float64Array {
  const { items, systems, weights, observed, counts } = layout;
  const errors = new Float64Array((1 + Math.max(...context.units)) * systems);
  const shift = observed && judgedShares(layout);
  const row = new Float64Array(systems);
  // A system judged n_s times uses up one of n_s degrees of freedom, not one of n.
  const inflate = Array.from(counts, (count) =>
    Math.sqrt(count / Math.max(1, count - 1) / (items / (items - 1))),
  );
  for (let item = 0; item < items; item++) {
    for (let system = 0; system < systems; system++) {
      const residual = within[item * systems + system];
      row[system] = weights[item] * (observed ? residual * inflate[system] : residual);
    }
    layout.solve(row);
    const level =
      weights[item] * levels[item] - (shift ? row.reduce((sum, e, s) => sum + e * shift[s], 0) : 0);
    for (let system = 0; system < systems; system++)
      errors[context.units[item] * systems + system] += row[system] + level;
  }
  return errors;
}

/** How much each system's effect counts in the mean of the item effects. */
function judgedShares({ items, systems, weights, observed }: TwoWay): Float64Array {
  const shares = new Float64Array(systems);
  for (let item = 0; item < items; item++) {
    const row = observed!.subarray(item * systems, (item + 1) * systems);
    const count = row.reduce((sum, cell) => sum + cell, 0);
    row.forEach((cell, system) => (shares[system] += (weights[item] * cell) / count));
  }
  return shares;
}

/** Σ over units of adjust · √(share_a share_b) · e_a e_b. */
function sumOfSquares(
  errors: Float64Array,
  { adjust, share, systems }: { adjust: Float64Array; share: Float64Array; systems: number },
): Float64Array {
  const covariance = new Float64Array(systems * systems);
  const row = new Float64Array(systems);
  for (let at = 0, unit = 0; at < errors.length; at += systems, unit++) {
    for (let s = 0; s < systems; s++)
      row[s] = errors[at + s] * Math.sqrt(adjust[unit] * Math.max(0, share[at + s]));
    for (let a = 0; a < systems; a++)
      for (let b = 0; b <= a; b++) covariance[a * systems + b] += row[a] * row[b];
  }
  for (let a = 0; a < systems; a++)
    for (let b = 0; b < a; b++) covariance[b * systems + a] = covariance[a * systems + b];
  return covariance;
}

/**
 * Degrees of freedom of CR2 for a mean over documents of weights W_g, under equal and independent errors:
 * 1 / (Σ W² + Σ_{g≠h} q_g q_h), q = W²/(1 − W). Documents of equal size give their number less one.
 */
function satterthwaite(sizes: Float64Array): number {
  let squares = 0;
  let sum = 0;
  let own = 0;
  for (const size of sizes) {
    const q = size ** 2 / (1 - size);
    squares += size ** 2;
    sum += q;
    own += q * q;
  }
  return 1 / (squares + sum ** 2 - own);
}
