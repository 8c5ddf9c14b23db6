import { addOuterProduct } from './add-outer-product.js';
import { curveShape, shareAt } from './asymptotic-curve.js';
import type { Coordinate, Family } from './family.js';

/** Continuous 2PL: score ~ Normal(logistic(e^α θ + d), σ²). Point: α, d | log σ. */
export function continuousTwoParameter(): Family {
  return continuous(['log-slope', 'intercept']);
}

/** Continuous 4PL: the same around c + (f − c) logistic(e^α θ + d). Point: α, d, logit c, logit (f − c)/(1 − c) | log σ. */
export function continuousFourParameter(): Family {
  return continuous(['log-slope', 'intercept', 'logit-guessing', 'logit-span']);
}

function continuous(coordinates: readonly Coordinate[]): Family {
  const shape = curveShape(coordinates);
  const byMean = new Float64Array(coordinates.length);
  const noise = coordinates.length;
  return {
    coordinates,
    shared: ['log-noise'],
    evaluate({ abilities, scores, weights, count }, point, out, offset) {
      const curve = shape.at(point);
      const precision = Math.exp(-2 * point[noise]);
      let squares = 0;
      let weighed = 0;
      for (let j = 0; j < count; j++) {
        const p = shareAt(curve, abilities[j]);
        const residual = scores[j] - curve.lower - curve.span * p;
        const rise = curve.slope * curve.span * p * (1 - p);
        out.gradient[offset + j] = residual * precision * rise;
        out.information[offset + j] = precision * rise * rise;
        squares += residual * residual;
        weighed += weights[j] * residual * residual;
      }
      out.squares = weighed * precision;
      return -0.5 * squares * precision - count * (point[noise] + HALF_LOG_2_PI);
    },
    differentiate({ abilities, scores, weights, count }, point, { gradient, information }) {
      const curve = shape.at(point);
      const at = { ability: 0, p: 0 };
      const precision = Math.exp(-2 * point[noise]);
      let squares = 0;
      let total = 0;
      for (let j = 0; j < count; j++) {
        at.ability = abilities[j];
        at.p = shareAt(curve, abilities[j]);
        const residual = scores[j] - curve.lower - curve.span * at.p;
        shape.slopes(curve, at, byMean);
        const pull = weights[j] * residual * precision;
        for (let k = 0; k < byMean.length; k++) gradient[k] += pull * byMean[k];
        addOuterProduct(information, byMean, weights[j] * precision);
        squares += residual * pull;
        total += weights[j];
      }
      return -0.5 * squares - total * (point[noise] + HALF_LOG_2_PI);
    },
    logLikelihoods({ abilities, scores, count }, point, out) {
      const curve = shape.at(point);
      const precision = Math.exp(-2 * point[noise]);
      for (let j = 0; j < count; j++) {
        const residual = scores[j] - curve.lower - curve.span * shareAt(curve, abilities[j]);
        out[j] -= 0.5 * residual * residual * precision + point[noise] + HALF_LOG_2_PI;
      }
    },
    curve(ability, point) {
      const curve = shape.at(point);
      return curve.lower + curve.span * shareAt(curve, ability);
    },
    information(ability, point) {
      const curve = shape.at(point);
      const p = shareAt(curve, ability);
      return (curve.slope * curve.span * p * (1 - p)) ** 2 * Math.exp(-2 * point[noise]);
    },
  };
}

export const HALF_LOG_2_PI = 0.9189385332046727;
