import type { EstimationContext, JudgedData } from '@goldpan/core';
import { evidenceWeight } from './evidence-weight.js';
import { metricFeatures, type Features } from './features.js';
import { centresOf, foldSums, sumsWithout, type FoldSums } from './fold-sums.js';
import { crossFittingFolds, FOLDS } from './folds.js';
import { levelSlope } from './level-slope.js';
import { withinSlopes } from './ridge.js';
import type { Residuals } from './sampling-covariance.js';
import { residualise, twoWay, type TwoWay } from './two-way.js';

/** Judgements, and what the metrics explain of them. */
export interface Fit {
  readonly layout: TwoWay;
  readonly features: Features;
  /** Estimates of the systems' means over all items. */
  readonly values: Float64Array;
  /** Judgements less what the metrics explain, shape (judged × systems), NaN = not judged. */
  readonly adjusted: Float64Array;
  /** a*·β: slope of each feature within items, shape (features). */
  readonly slopes: Float64Array;
  /** a*, in [0, 1]. */
  readonly weight: number;
  /** b*. */
  readonly levelSlope: number;
  /** Honest residuals with metrics, and residuals without. */
  readonly residuals: Residuals;
  readonly plain: Residuals;
  /** What held-out means leave without metrics: the residuals that a gain in precision is measured against. */
  readonly benchmark: Float64Array;
}

/** The fit of plain means: metrics explain nothing. O(n·S), more where cells are missing (see `twoWay`). */
export function plainFit(data: JudgedData, context: EstimationContext): Fit {
  const { layout, plain } = withoutMetrics(data, context);
  const features = metricFeatures([], data.judgements.items, layout.systems);
  const nothing = { slopes: new Float64Array(0), weight: 0, levelSlope: 0 };
  return finish(
    { layout, features, ...nothing, residuals: plain, plain, benchmark: plain.within },
    data,
    context,
  );
}

/** The regression fit: see `regression`. O(n·S·K² + N·S·K). */
export function regressionFit(data: JudgedData, context: EstimationContext): Fit {
  const { layout, plain, effects } = withoutMetrics(data, context);
  const features = metricFeatures(data.metrics, data.judgements.items, layout.systems);
  const unitCount = 1 + Math.max(...context.units);
  const folds = crossFittingFolds(context.units, unitCount, context.seed);
  const evidence = { weights: layout.weights, units: context.units, unitCount };
  const within = withinFit({ layout, features, plain, folds, evidence }, context);
  const metric = Float64Array.from(context.judged, (item) => features.levels[item]);
  const level = levelSlope({ ...evidence, levels: effects.items, metric, folds });
  const residuals = { within: within.residuals, levels: level.residuals };
  const parts = { slopes: within.slopes, weight: within.weight, levelSlope: level.slope };
  return finish({ layout, features, ...parts, residuals, plain, benchmark: within.benchmark }, data, context);
}

function withoutMetrics(data: JudgedData, context: EstimationContext) {
  const systems = data.systems.length;
  const judgements = takeRows(data.judgements.values, context.judged, systems);
  const layout = twoWay(judgements, context.weights, data.systems);
  const within = judgements.slice();
  const effects = residualise(within, 1, layout);
  const level = effects.items.reduce((sum, effect, i) => sum + context.weights[i] * effect, 0);
  return { layout, effects, plain: { within, levels: effects.items.map((effect) => effect - level) } };
}

interface WithinInput {
  readonly layout: TwoWay;
  readonly features: Features;
  readonly plain: Residuals;
  readonly folds: Uint32Array;
  readonly evidence: {
    readonly weights: Float64Array;
    readonly units: Uint32Array;
    readonly unitCount: number;
  };
}

/** Slopes within items, the weight that evidence gives them, and what cross-fitted predictions leave. */
function withinFit({ layout, features, plain, folds, evidence }: WithinInput, context: EstimationContext) {
  const { items, systems, observed } = layout;
  const width = features.count;
  const nothing = {
    slopes: new Float64Array(width),
    weight: 0,
    residuals: plain.within,
    benchmark: plain.within,
  };
  if (width === 0 || systems < 2) return nothing;
  const cells = features.within(context.judged);
  residualise(cells, width, layout);
  const weights = layout.weights.map((weight) => weight * items);
  const sums = foldSums(
    { judgements: plain.within, features: cells, observed, weights, systems, width },
    folds,
    Math.min(FOLDS, evidence.unitCount),
  );
  const { slopes, foldSlopes } = withinSlopes(sums);
  const predictions = predict(cells, (item) => foldSlopes[folds[item]], layout);
  residualise(predictions, 1, layout);
  const weight = evidenceWeight({ predictions, residuals: plain.within, columns: systems, ...evidence });
  if (weight === 0) return nothing;
  const benchmark = heldOut(plain.within, { sums, folds, layout });
  const residuals = benchmark.map((residual, cell) => residual - weight * predictions[cell]);
  return { slopes: slopes.map((slope) => weight * slope), weight, residuals, benchmark };
}

/**
 * Residuals about the system means of the other folds: like the predictions that are taken off them, these have not seen the item.
 * Few judgements would otherwise seem to say more than they do.
 */
function heldOut(
  within: Float64Array,
  { sums, folds, layout }: { sums: readonly FoldSums[]; folds: Uint32Array; layout: TwoWay },
): Float64Array {
  const { systems, observed } = layout;
  const centres = sums.map((_, fold) => centresOf(sumsWithout(sums, fold)).judgements);
  const residuals = within.map((residual, cell) =>
    observed?.[cell] === 0 ? 0 : residual - centres[folds[Math.floor(cell / systems)]][cell % systems],
  );
  residualise(residuals, 1, layout);
  return residuals;
}

/** Σ slope · feature of every cell; shape (items × systems). O(n·S·P). */
export function predict(
  cells: Float64Array,
  slopesOf: (item: number) => Float64Array,
  { items, systems }: { items: number; systems: number },
): Float64Array {
  const predictions = new Float64Array(items * systems);
  const width = cells.length / predictions.length;
  for (let item = 0; item < items; item++) {
    const slopes = slopesOf(item);
    for (let cell = item * systems; cell < (item + 1) * systems; cell++)
      for (let k = 0; k < width; k++) predictions[cell] += slopes[k] * cells[cell * width + k];
  }
  return predictions;
}

/** Takes what the metrics explain off the judgements; the estimates are the means of what is left. */
function finish(fit: Omit<Fit, 'values' | 'adjusted'>, data: JudgedData, context: EstimationContext): Fit {
  const { layout, features, slopes } = fit;
  const { systems, weights } = layout;
  const adjusted = takeRows(data.judgements.values, context.judged, systems);
  const population = features.levels.reduce((sum, level) => sum + level, 0) / features.levels.length;
  const means = metricScores(fit);
  const explained =
    fit.weight > 0
      ? predict(features.within(context.judged), () => slopes, layout)
      : new Float64Array(adjusted.length);
  context.judged.forEach((item, i) => {
    const level = fit.levelSlope * (features.levels[item] - population);
    for (let system = 0; system < systems; system++)
      adjusted[i * systems + system] -= level + explained[i * systems + system] - means[system];
  });
  const effects = layout.effects(adjusted, 1);
  const level = effects.items.reduce((sum, effect, i) => sum + weights[i] * effect, 0);
  return { ...fit, adjusted, values: effects.systems.map((effect) => level + effect) };
}

/** What the metrics say of each system over all items, in units of the judgements, mean 0: a*·β·f̄; shape (systems). */
export function metricScores({
  features,
  slopes,
  layout,
}: Pick<Fit, 'features' | 'slopes' | 'layout'>): Float64Array {
  return Float64Array.from({ length: layout.systems }, (_, system) => {
    let sum = 0;
    for (let k = 0; k < slopes.length; k++)
      sum += slopes[k] * features.systemMeans[system * slopes.length + k];
    return sum;
  });
}

function takeRows(values: Float64Array, rows: Uint32Array, width: number): Float64Array {
  const taken = new Float64Array(rows.length * width);
  rows.forEach((row, i) => taken.set(values.subarray(row * width, (row + 1) * width), i * width));
  return taken;
}
