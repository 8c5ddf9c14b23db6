import { cholesky, invertPositiveDefinite, timesOwnTranspose } from '@goldpan/stats';
import type { Family } from '../families/family.js';
import type { Population } from './find-mode.js';

/** What is estimated once for all items: the abilities, the distribution of the items, and what the items share. */
export interface Parameters {
  readonly abilities: Float64Array;
  /** Mean of the items' coordinates. */
  readonly mean: Float64Array;
  /** Covariance of the items' coordinates, row-major. */
  readonly covariance: Float64Array;
  readonly shared: Float64Array;
}

/** Parameters as one vector that may take any real values: the covariance as the logarithm-diagonal Cholesky factor. */
export function packParameters({ abilities, mean, covariance, shared }: Parameters): Float64Array {
  const dimensions = mean.length;
  const factor = covariance.slice();
  cholesky(factor, dimensions);
  const packed = [...abilities, ...mean, ...shared];
  for (let k = 0; k < dimensions; k++) {
    for (let l = 0; l <= k; l++) {
      const entry = factor[k * dimensions + l];
      packed.push(k === l ? Math.log(entry) : entry / factor[k * dimensions + k]);
    }
  }
  return Float64Array.from(packed);
}

/** The inverse of `packParameters`. */
export function unpackParameters(packed: Float64Array, family: Family): Parameters {
  const dimensions = family.coordinates.length;
  const sharedLength = family.shared.length;
  const factorLength = (dimensions * (dimensions + 1)) / 2;
  const systems = packed.length - dimensions - sharedLength - factorLength;
  const factor = new Float64Array(dimensions * dimensions);
  for (let k = 0, at = packed.length - factorLength; k < dimensions; k++, at += k) {
    const diagonal = Math.exp(packed[at + k]);
    for (let l = 0; l < k; l++) factor[k * dimensions + l] = packed[at + l] * diagonal;
    factor[k * dimensions + k] = diagonal;
  }
  return {
    abilities: packed.slice(0, systems),
    mean: packed.slice(systems, systems + dimensions),
    shared: packed.slice(systems + dimensions, systems + dimensions + sharedLength),
    covariance: timesOwnTranspose(factor, dimensions),
  };
}

/** The population of items that parameters describe. */
export function populationOf({ mean, covariance, shared }: Parameters): Population {
  const dimensions = mean.length;
  const precision = invertPositiveDefinite(covariance, dimensions);
  const logDeterminant = -cholesky(covariance.slice(), dimensions);
  return { mean, precision, logDeterminant, shared };
}

/** One point per item: its own coordinates (of N×dimensions), then the shared ones. */
export function pointsOf(
  coordinates: Float64Array,
  { mean, shared }: Pick<Parameters, 'mean' | 'shared'>,
): Float64Array[] {
  const dimensions = mean.length;
  return Array.from({ length: coordinates.length / dimensions }, (_, item) =>
    Float64Array.of(...coordinates.subarray(item * dimensions, (item + 1) * dimensions), ...shared),
  );
}
