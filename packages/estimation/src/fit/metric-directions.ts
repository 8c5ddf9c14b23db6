import type { EstimationContext } from '@goldpan/core';
import type { Fit } from './fit.js';
import { metricScores, saidWithin } from './predict.js';
import { unitCountOf } from './unit-count.js';

/** Share of the differences between systems' metric means that must be no chance of which items there are. */
const LEAST_RELIABLE = 0.8;

/**
 * The metrics' directions among systems, centred and of length 1: the mean metric, then the regression's predictions. Over the items at hand the
 * metrics' means of systems are known. Of texts like these they are a sample, and chance moves them together with the judgements of the same items:
 * they then count only where items of their number leave them reliable, 1 − noise/(differences)² ≥ 0.8. O(n·S·P).
 */
export function metricDirections(fit: Fit, context: EstimationContext): Float64Array[] {
  const { features, layout } = fit;
  const { systems } = layout;
  if (features.count === 0) return [];
  const mean = Float64Array.from({ length: systems }, (_, s) => features.systemMeans[s * features.count]);
  const directions = [mean, metricScores(fit, systems)];
  if (context.population === 'all') return directions.map(unit).filter((one) => one !== undefined);
  const cells = features.within(context.judged);
  const ofMean = Float64Array.from(
    { length: cells.length / features.count },
    (_, cell) => cells[cell * features.count],
  );
  const samples = [ofMean, saidWithin(fit, context.judged, systems)];
  const items = (features.levels.length * unitCountOf(context.units)) / context.judged.length;
  return directions
    .filter(
      (direction, d) => noiseOf(samples[d], systems) / items <= (1 - LEAST_RELIABLE) * squareOf(direction),
    )
    .map(unit)
    .filter((one) => one !== undefined);
}

/** The vector at length 1; undefined where there is none to speak of. */
function unit(vector: Float64Array): Float64Array | undefined {
  const length = Math.sqrt(squareOf(vector));
  return length > 1e-9 ? vector.map((value) => value / length) : undefined;
}

function squareOf(vector: Float64Array): number {
  return vector.reduce((sum, value) => sum + value * value, 0);
}

/** Variance over items of what they say of systems, summed over these. */
function noiseOf(cells: Float64Array, systems: number): number {
  const items = cells.length / systems;
  const means = new Float64Array(systems);
  cells.forEach((value, cell) => (means[cell % systems] += value / items));
  const squares = cells.reduce((sum, value, cell) => sum + (value - means[cell % systems]) ** 2, 0);
  return squares / (items - 1);
}
