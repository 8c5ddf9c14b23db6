import type { EstimationContext, JudgedData } from '@goldpan/core';
import { evidenceWeight } from './evidence-weight.js';
import { domainSlopes } from './domain-slopes.js';
import { metricFeatures, type Features } from './features.js';
import { foldSums, judgementsWithout, type FoldSums } from './fold-sums.js';
import { crossFittingFolds, FOLDS } from './folds.js';
import { levelSlope } from './level-slope.js';
import { metricScores, predict, saidWithin, type Slopes } from './predict.js';
import { withinSlopes } from './ridge.js';
import type { Residuals } from './sampling-covariance.js';
import { residualise, twoWay, type TwoWay } from './two-way.js';
import { unitCountOf } from './unit-count.js';

/** Judgements, and what the metrics explain of them. */
export interface Fit extends Slopes {
  readonly layout: TwoWay;
  /** Estimates of the systems' means over all items. */
  readonly values: Float64Array;
  /** Judgements less what the metrics explain, shape (judged × systems), NaN = not judged. */
  readonly adjusted: Float64Array;
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
  const features = metricFeatures({ ...data, metrics: [] });
  const nothing = {
    slopes: new Float64Array(0),
    domainSlopes: new Map<number, Float64Array>(),
    weight: 0,
    levelSlope: 0,
  };
  return finish(
    { layout, features, domains: undefined, ...nothing, residuals: plain, plain, benchmark: plain.within },
    data,
    context,
  );
}

/** The regression fit: see `regression`. O(n·S·K² + N·S·K). */
export function regressionFit(data: JudgedData, context: EstimationContext): Fit {
  const { layout, plain, effects } = withoutMetrics(data, context);
  const features = metricFeatures(data);
  const unitCount = unitCountOf(context.units);
  const folds = crossFittingFolds(context.units, unitCount, context.seed);
  const evidence = { weights: layout.weights, units: context.units, unitCount };
  const { domains } = data;
  const within = withinFit({ layout, features, domains, plain, folds, evidence }, context);
  const metric = Float64Array.from(context.judged, (item) => features.levels[item]);
  const level = levelSlope({ ...evidence, levels: effects.items, metric, folds });
  const residuals = { within: within.residuals, levels: level.residuals };
  const { slopes, weight, benchmark } = within;
  const parts = { slopes, domainSlopes: within.domainSlopes, weight, levelSlope: level.slope };
  return finish({ layout, features, domains, ...parts, residuals, plain, benchmark }, data, context);
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
  readonly domains: Int32Array | undefined;
  readonly plain: Residuals;
  readonly folds: Uint32Array;
  readonly evidence: {
    readonly weights: Float64Array;
    readonly units: Uint32Array;
    readonly unitCount: number;
  };
}

/** Slopes within items, the weight that evidence gives them, and what cross-fitted predictions leave. */
function withinFit(input: WithinInput, context: EstimationContext) {
  const { layout, features, domains, plain, folds, evidence } = input;
  const { items, systems, observed } = layout;
  const width = features.count;
  const none = new Map<number, Float64Array>();
  const unexplained = { residuals: plain.within, benchmark: plain.within };
  const nothing = { slopes: new Float64Array(width), domainSlopes: none, weight: 0, ...unexplained };
  if (width === 0 || systems < 2) return nothing;
  const judgedFeatures = features.within(context.judged);
  residualise(judgedFeatures, width, layout);
  const weights = layout.weights.map((weight) => weight * items);
  const cells = { judgements: plain.within, features: judgedFeatures, observed, weights, systems, width };
  const foldCount = Math.min(FOLDS, evidence.unitCount);
  const sums = foldSums(cells, folds, foldCount);
  const common = withinSlopes(sums);
  const predictions = predict(judgedFeatures, (item) => common.foldSlopes[folds[item]], layout);
  residualise(predictions, 1, layout);
  const weight = evidenceWeight({ predictions, residuals: plain.within, columns: systems, ...evidence });
  const said = predictions.map((prediction) => weight * prediction);
  const own =
    domains &&
    domainSlopes({
      ...{ cells, common, weight, folds, foldCount, layout, evidence },
      residuals: plain.within.map((residual, cell) => residual - said[cell]),
      domains: Int32Array.from(context.judged, (item) => domains[item]),
    });
  if (weight === 0 && !own?.slopes.size) return nothing;
  const benchmark = heldOut(plain.within, { sums, folds, layout });
  const residuals = benchmark.map((residual, cell) => residual - said[cell] - (own?.predictions[cell] ?? 0));
  const slopes = common.slopes.map((slope) => weight * slope);
  return { slopes, domainSlopes: own?.slopes ?? none, weight, residuals, benchmark };
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
  const centres = sums.map((_, fold) => judgementsWithout(sums, fold));
  const residuals = within.map((residual, cell) =>
    observed?.[cell] === 0 ? 0 : residual - centres[folds[Math.floor(cell / systems)]][cell % systems],
  );
  residualise(residuals, 1, layout);
  return residuals;
}

/** Takes what the metrics explain off the judgements; the estimates are the means of what is left. */
function finish(fit: Omit<Fit, 'values' | 'adjusted'>, data: JudgedData, context: EstimationContext): Fit {
  const { layout, features } = fit;
  const { systems, weights } = layout;
  const adjusted = takeRows(data.judgements.values, context.judged, systems);
  const population = features.levels.reduce((sum, level) => sum + level, 0) / features.levels.length;
  const means = metricScores(fit, systems);
  const explained = saidWithin(fit, context.judged, systems);
  context.judged.forEach((item, i) => {
    const level = fit.levelSlope * (features.levels[item] - population);
    for (let system = 0; system < systems; system++)
      adjusted[i * systems + system] -= level + explained[i * systems + system] - means[system];
  });
  const effects = layout.effects(adjusted, 1);
  const level = effects.items.reduce((sum, effect, i) => sum + weights[i] * effect, 0);
  return { ...fit, adjusted, values: effects.systems.map((effect) => level + effect) };
}

function takeRows(values: Float64Array, rows: Uint32Array, width: number): Float64Array {
  const taken = new Float64Array(rows.length * width);
  rows.forEach((row, i) => taken.set(values.subarray(row * width, (row + 1) * width), i * width));
  return taken;
}
