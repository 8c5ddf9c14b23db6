import { logistic } from '../kernels/logistic.js';
import type { AbilitySlopes, Family, ItemSlopes, Row } from './family.js';

/** 2PL: P(right) = logistic(e^α θ + d). Point: α, d. */
export const twoParameter: Family = {
  coordinates: ['log-slope', 'intercept'],
  shared: [],
  evaluate: (row, point, out, offset) =>
    evaluate(row, { slope: Math.exp(point[0]), intercept: point[1] }, out, offset),
  differentiate(row, point, { gradient, information }) {
    const { abilities, scores, weights, count } = row;
    const slope = Math.exp(point[0]);
    let logLikelihood = 0;
    for (let j = 0; j < count; j++) {
      const bySlope = slope * abilities[j];
      const eta = bySlope + point[1];
      const p = 1 / (1 + Math.exp(-eta));
      const residual = weights[j] * (scores[j] - p);
      const precision = weights[j] * p * (1 - p);
      logLikelihood += weights[j] * logChance(scores[j], eta);
      gradient[0] += residual * bySlope;
      gradient[1] += residual;
      information[0] += precision * bySlope * bySlope;
      information[2] += precision * bySlope;
      information[3] += precision;
    }
    return logLikelihood;
  },
  logLikelihoods: (row, point, out) =>
    addLogChances(row, { slope: Math.exp(point[0]), intercept: point[1] }, out),
  curve: (ability, point) => logistic(Math.exp(point[0]) * ability + point[1]),
  information: (ability, point) => informationAt(ability, Math.exp(point[0]), point[1]),
};

/** 1PL (Rasch): the slope is the same for all items. Point: d | α. */
export const oneParameter: Family = {
  coordinates: ['intercept'],
  shared: ['log-slope'],
  evaluate: (row, point, out, offset) =>
    evaluate(row, { slope: Math.exp(point[1]), intercept: point[0] }, out, offset),
  differentiate: (row, point, out) => differentiateIntercept(row, point, out),
  logLikelihoods: (row, point, out) =>
    addLogChances(row, { slope: Math.exp(point[1]), intercept: point[0] }, out),
  curve: (ability, point) => logistic(Math.exp(point[1]) * ability + point[0]),
  information: (ability, point) => informationAt(ability, Math.exp(point[1]), point[0]),
};

function differentiateIntercept(
  row: Row,
  point: Float64Array,
  { gradient, information }: ItemSlopes,
): number {
  const { abilities, scores, weights, count } = row;
  const slope = Math.exp(point[1]);
  let logLikelihood = 0;
  for (let j = 0; j < count; j++) {
    const eta = slope * abilities[j] + point[0];
    const p = 1 / (1 + Math.exp(-eta));
    logLikelihood += weights[j] * logChance(scores[j], eta);
    gradient[0] += weights[j] * (scores[j] - p);
    information[0] += weights[j] * p * (1 - p);
  }
  return logLikelihood;
}

function evaluate(
  { abilities, scores, count }: Row,
  { slope, intercept }: { readonly slope: number; readonly intercept: number },
  { gradient, information }: AbilitySlopes,
  offset: number,
): number {
  let logLikelihood = 0;
  let product = 1;
  for (let j = 0; j < count; j++) {
    const eta = slope * abilities[j] + intercept;
    const p = 1 / (1 + Math.exp(-eta));
    gradient[offset + j] = slope * (scores[j] - p);
    information[offset + j] = slope * slope * p * (1 - p);
    // log P(1) = log p and log P(0) = log p − η: one logarithm for many factors p, unless p is tiny.
    logLikelihood += (scores[j] - 1) * eta;
    if (p > 1e-50) product *= p;
    else logLikelihood += eta;
    if (product < 1e-250) {
      logLikelihood += Math.log(product);
      product = 1;
    }
  }
  return logLikelihood + Math.log(product);
}

function addLogChances(
  { abilities, scores, count }: Row,
  { slope, intercept }: { readonly slope: number; readonly intercept: number },
  out: Float64Array,
): void {
  for (let j = 0; j < count; j++) out[j] += logChance(scores[j], slope * abilities[j] + intercept);
}

/** log P(score): the score must be 0 or 1. */
function logChance(score: number, eta: number): number {
  const signed = score === 1 ? eta : -eta;
  return Math.min(signed, 0) - Math.log1p(Math.exp(-Math.abs(signed)));
}

function informationAt(ability: number, slope: number, intercept: number): number {
  const p = logistic(slope * ability + intercept);
  return slope * slope * p * (1 - p);
}
