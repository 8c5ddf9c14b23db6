import { addOuterProduct } from './add-outer-product.js';
import { curveShape, shareAt } from './asymptotic-curve.js';
import type { Coordinate, Family } from './family.js';

/** 3PL: P(right) = c + (1 − c) logistic(e^α θ + d). Point: α, d, logit c. */
export function threeParameter(): Family {
  return binaryWithAsymptotes(['log-slope', 'intercept', 'logit-guessing']);
}

/** 4PL: P(right) = c + (f − c) logistic(e^α θ + d). Point: α, d, logit c, logit of (f − c) / (1 − c). */
export function fourParameter(): Family {
  return binaryWithAsymptotes(['log-slope', 'intercept', 'logit-guessing', 'logit-span']);
}

/** The chance of a right answer stays this far from 0 and 1, so that no single score can rule a curve out. */
const EDGE = 1e-9;

function binaryWithAsymptotes(coordinates: readonly Coordinate[]): Family {
  const shape = curveShape(coordinates);
  const byMean = new Float64Array(coordinates.length);
  return {
    coordinates,
    shared: [],
    evaluate({ abilities, scores, count }, point, out, offset) {
      const curve = shape.at(point);
      let logLikelihood = 0;
      let product = 1;
      for (let j = 0; j < count; j++) {
        const p = shareAt(curve, abilities[j]);
        const mean = inside(curve.lower + curve.span * p);
        const rise = curve.slope * curve.span * p * (1 - p);
        const pull = rise / (mean * (1 - mean));
        out.gradient[offset + j] = (scores[j] - mean) * pull;
        out.information[offset + j] = rise * pull;
        product *= scores[j] === 1 ? mean : 1 - mean;
        if (product < 1e-250) {
          logLikelihood += Math.log(product);
          product = 1;
        }
      }
      return logLikelihood + Math.log(product);
    },
    differentiate({ abilities, scores, weights, count }, point, { gradient, information }) {
      const curve = shape.at(point);
      const at = { ability: 0, p: 0 };
      let logLikelihood = 0;
      for (let j = 0; j < count; j++) {
        at.ability = abilities[j];
        at.p = shareAt(curve, abilities[j]);
        const mean = inside(curve.lower + curve.span * at.p);
        const precision = weights[j] / (mean * (1 - mean));
        shape.slopes(curve, at, byMean);
        for (let k = 0; k < byMean.length; k++) gradient[k] += (scores[j] - mean) * precision * byMean[k];
        addOuterProduct(information, byMean, precision);
        logLikelihood += weights[j] * Math.log(scores[j] === 1 ? mean : 1 - mean);
      }
      return logLikelihood;
    },
    logLikelihoods({ abilities, scores, count }, point, out) {
      const curve = shape.at(point);
      for (let j = 0; j < count; j++) {
        const mean = inside(curve.lower + curve.span * shareAt(curve, abilities[j]));
        out[j] += Math.log(scores[j] === 1 ? mean : 1 - mean);
      }
    },
    curve(ability, point) {
      const curve = shape.at(point);
      return curve.lower + curve.span * shareAt(curve, ability);
    },
    information(ability, point) {
      const curve = shape.at(point);
      const p = shareAt(curve, ability);
      const mean = inside(curve.lower + curve.span * p);
      return (curve.slope * curve.span * p * (1 - p)) ** 2 / (mean * (1 - mean));
    },
  };
}

function inside(mean: number): number {
  return mean < EDGE ? EDGE : mean > 1 - EDGE ? 1 - EDGE : mean;
}
