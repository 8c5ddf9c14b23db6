import type { EstimationContext, JudgedData } from '@goldpan/core';
import { tooFewDocuments } from '../errors.js';
import { borrowedVariance } from './borrowed-variance.js';
import { systemUnits } from './system-units.js';
import type { TwoWay } from './two-way.js';
import { unitCountOf } from './unit-count.js';

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
  /** Shape (systems), at least 1. */
  readonly systemDegreesOfFreedom: Float64Array;
}

interface Design {
  readonly data: JudgedData;
  readonly context: EstimationContext;
  readonly layout: TwoWay;
}

/**
 * Covariance of estimates over the units that were drawn.
 *
 * Items: Σ (1 − πᵢ) aᵢ wᵢ² RᵢRᵢᵀ, the linearised variance of Hájek and regression estimates, aᵢ = 1/(1 − 2wᵢ + Σw²); with equal
 * probabilities it is cov(R)·(1/n − 1/N). Documents: CR2, that is 1/(1 − W_g) in place of aᵢ, W_g the weight of the document. Each system
 * has degrees of freedom of its own (`systemUnits`); one that rests on a single unit borrows the spread of the others. For a population
 * of texts like these, what was saved by the finite population is paid with the plain residuals, because N items are a sample too.
 * O(n·S + units·S²).
 *
 * @param residuals - with metrics
 * @param plain - without metrics
 */
export function samplingCovariance(
  residuals: Residuals,
  plain: Residuals,
  design: Design,
): SamplingCovariance {
  const { data, context, layout } = design;
  const units = unitCountOf(context.units);
  if (data.documents !== undefined && units < 2) throw tooFewDocuments(units);
  const drawn = drawnShares(design, units);
  const left = drawn.map((share) => 1 - share);
  const { systems } = layout;
  const kind = { left, systems, documents: data.documents !== undefined };
  const all = systemUnits({ weights: unitWeights(design, units, 'of all'), ...kind });
  const own = layout.observed ? systemUnits({ weights: unitWeights(design, units), ...kind }) : all;
  const together = all.adjust;
  const inflate = own.adjust.map((factor, at) => (factor < Infinity ? Math.sqrt(factor / together[at]) : 0));
  const errors = (of: Residuals) => unitErrors(of, { inflate, context, layout });
  const covariance = sumOfSquares(errors(residuals), { adjust: together, share: left, systems });
  const endless = context.population === 'like-these';
  if (endless) {
    const further = sumOfSquares(errors(plain), { adjust: together, share: drawn, systems });
    for (let i = 0; i < covariance.length; i++) covariance[i] += further[i];
  }
  own.adjust.forEach((factor, at) => {
    if (factor < Infinity) return;
    const system = at % systems;
    const share = endless ? 1 : left[at];
    covariance[system * (systems + 1)] += share * borrowedVariance(endless ? plain : residuals, layout);
  });
  return { covariance, systemDegreesOfFreedom: own.degreesOfFreedom };
}

/** Weight of each unit in the mean of each system, or of all together; shape (units × systems). */
function unitWeights(
  { context, layout: { systems, observed } }: Design,
  units: number,
  whose?: 'of all',
): Float64Array {
  const weights = new Float64Array(units * systems);
  context.units.forEach((unit, i) => {
    for (let system = 0; system < systems; system++)
      if (whose || observed?.[i * systems + system] !== 0)
        weights[unit * systems + system] += context.weights[i];
  });
  return weights;
}

/** Share of the population that the design drew, as each unit and system stands for it; shape (units × systems). */
function drawnShares({ data, context, layout }: Design, units: number): Float64Array {
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
function unitErrors(
  { within, levels }: Residuals,
  { inflate, context, layout }: { inflate: Float64Array; context: EstimationContext; layout: TwoWay },
): Float64Array {
  const { items, systems, weights, observed } = layout;
  const errors = new Float64Array(unitCountOf(context.units) * systems);
  const shift = observed && judgedShares(layout);
  const row = new Float64Array(systems);
  for (let item = 0; item < items; item++) {
    for (let system = 0; system < systems; system++) {
      const residual = within[item * systems + system];
      // A system judged n_s times uses up one of n_s degrees of freedom, not one of n.
      row[system] =
        weights[item] * (observed ? residual * inflate[context.units[item] * systems + system] : residual);
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

/** Σ over units of adjust (the same for all systems) · √(share_a share_b) · e_a e_b. */
function sumOfSquares(
  errors: Float64Array,
  { adjust, share, systems }: { adjust: Float64Array; share: Float64Array; systems: number },
): Float64Array {
  const covariance = new Float64Array(systems * systems);
  const row = new Float64Array(systems);
  for (let at = 0; at < errors.length; at += systems) {
    for (let s = 0; s < systems; s++)
      row[s] = errors[at + s] * Math.sqrt(adjust[at + s] * Math.max(0, share[at + s]));
    for (let a = 0; a < systems; a++)
      for (let b = 0; b <= a; b++) covariance[a * systems + b] += row[a] * row[b];
  }
  for (let a = 0; a < systems; a++)
    for (let b = 0; b < a; b++) covariance[b * systems + a] = covariance[a * systems + b];
  return covariance;
}
