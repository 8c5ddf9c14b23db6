import { addOuterProduct } from './add-outer-product.js';
import { curveShape, shareAt } from './asymptotic-curve.js';
import { HALF_LOG_2_PI } from './continuous.js';
import type { Coordinate, Family } from './family.js';

/**
 * Continuous 2PL whose noise follows the curve: score ~ Normal(μ, σ² v(μ) / e^2α), v(μ) = μ(1 − μ) + 0.01. The
 * discrimination of an item is then also its precision. Point: α, d | log σ.
 *
 * With abilities in a free unit this is Normal(μ, μ(1 − μ)/a²): standardising the abilities moves their unit into σ. The
 * 0.01 keeps the noise at scores of exactly 0 or 1 above a fifth of that in the middle.
 */
export function scaledTwoParameter(): Family {
  return scaledNoise(['log-slope', 'intercept']);
}

/** The same around the continuous 4PL curve. Point: α, d, logit c, logit (f − c)/(1 − c) | log σ. */
export function scaledFourParameter(): Family {
  return scaledNoise(['log-slope', 'intercept', 'logit-guessing', 'logit-span']);
}

const FLOOR = 0.01;

function scaledNoise(coordinates: readonly Coordinate[]): Family {
  const shape = curveShape(coordinates);
  const byMean = new Float64Array(coordinates.length);
  const byVariance = new Float64Array(coordinates.length);
  const noise = coordinates.length;
  const scaleOf = (point: Float64Array) => Math.exp(2 * (point[noise] - point[0]));
  return {
    coordinates,
    shared: ['log-noise'],
    noiseFollowsSlope: true,
    evaluate({ abilities, scores, weights, count }, point, out, offset) {
      const curve = shape.at(point);
      const scale = scaleOf(point);
      let squares = 0;
      let weighed = 0;
      let logs = 0;
      let product = 1;
      for (let j = 0; j < count; j++) {
        const p = shareAt(curve, abilities[j]);
        const mean = curve.lower + curve.span * p;
        const rise = curve.slope * curve.span * p * (1 - p);
        const { precision, spread, factor } = noiseAt(mean, scale);
        const square = (scores[j] - mean) ** 2 * precision;
        out.gradient[offset + j] = ((scores[j] - mean) * precision + 0.5 * (square - 1) * spread) * rise;
        out.information[offset + j] = (precision + 0.5 * spread * spread) * rise * rise;
        squares += square;
        weighed += weights[j] * square;
        product *= factor;
        if (product < 1e-250) {
          logs += Math.log(product);
          product = 1;
        }
      }
      out.squares = weighed;
      logs += Math.log(product) + count * Math.log(scale);
      return -0.5 * (squares + logs) - count * HALF_LOG_2_PI;
    },
    differentiate({ abilities, scores, weights, count }, point, { gradient, information }) {
      const curve = shape.at(point);
      const at = { ability: 0, p: 0 };
      const scale = scaleOf(point);
      let logLikelihood = 0;
      for (let j = 0; j < count; j++) {
        at.ability = abilities[j];
        at.p = shareAt(curve, abilities[j]);
        const mean = curve.lower + curve.span * at.p;
        const { precision, spread } = noiseAt(mean, scale);
        shape.slopes(curve, at, byMean);
        const pull = weights[j] * (scores[j] - mean) * precision;
        const square = (scores[j] - mean) * pull;
        const excess = 0.5 * (square - weights[j]);
        for (let k = 0; k < byMean.length; k++) {
          // The variance follows the mean, and falls with the slope directly.
          byVariance[k] = spread * byMean[k] - (k === 0 ? 2 : 0);
          gradient[k] += pull * byMean[k] + excess * byVariance[k];
        }
        addOuterProduct(information, byMean, weights[j] * precision);
        addOuterProduct(information, byVariance, 0.5 * weights[j]);
        logLikelihood -= 0.5 * square + weights[j] * (HALF_LOG_2_PI - 0.5 * Math.log(precision));
      }
      return logLikelihood;
    },
    logLikelihoods({ abilities, scores, count }, point, out) {
      const curve = shape.at(point);
      const scale = scaleOf(point);
      for (let j = 0; j < count; j++) {
        const mean = curve.lower + curve.span * shareAt(curve, abilities[j]);
        const { precision } = noiseAt(mean, scale);
        out[j] -= 0.5 * ((scores[j] - mean) ** 2 * precision - Math.log(precision)) + HALF_LOG_2_PI;
      }
    },
    curve(ability, point) {
      const curve = shape.at(point);
      return curve.lower + curve.span * shareAt(curve, ability);
    },
    information(ability, point) {
      const curve = shape.at(point);
      const p = shareAt(curve, ability);
      const { precision, spread } = noiseAt(curve.lower + curve.span * p, scaleOf(point));
      return (precision + 0.5 * spread * spread) * (curve.slope * curve.span * p * (1 - p)) ** 2;
    },
  };
}

/** The noise around an expected score: its precision, how its log variance follows the mean, and its factor v(μ). */
function noiseAt(mean: number, scale: number) {
  const factor = mean * (1 - mean) + FLOOR;
  return { factor, precision: 1 / (scale * factor), spread: (1 - 2 * mean) / factor };
}
