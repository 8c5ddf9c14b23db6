import { callPlugin } from './call-plugin.js';
import { checkJudgedData } from './check-judged-data.js';
import type { Estimate } from './estimate.js';
import { invalidEstimate, tooFewItems } from './errors.js';
import type { Estimator, EstimatorResult, JudgedData, TargetPopulation } from './estimator.js';
import { isFloat64Array } from './is-float64-array.js';
import { freezeValues, lendJudgedData } from './lend-dataset.js';
import { parseOptions } from './options.js';
import { takeJudgedSystems } from './take-judged-systems.js';
import { textPlaces } from './text-places.js';

/** How an estimator is run; everything has a default. */
export interface EstimationOptions {
  /** Options of the estimator, not yet checked. */
  readonly options?: unknown;
  /** Default 0. */
  readonly seed?: number;
  /** Default `all`. */
  readonly population?: TargetPopulation;
}

/**
 * Runs an estimator on judged data: checks the data, leaves out systems without a judgement, calls it, checks what it returns and
 * fills in what follows. O(N·S·K) beside the estimator's own work.
 *
 * @throws INVALID_JUDGED_DATA, MISSING_SCORES of a metric, TOO_FEW_ITEMS below two judged items, INVALID_OPTIONS,
 * INVALID_ESTIMATE, PLUGIN_THREW, DATA_CHANGED, and Goldpan errors of the estimator
 */
export function runEstimator(estimator: Estimator, data: JudgedData, run: EstimationOptions = {}): Estimate {
  checkJudgedData(data);
  const who = `estimator ${JSON.stringify(estimator.name)}`;
  const options = freezeValues(parseOptions(who, estimator.options, run.options));
  const { seed = 0, population = 'all' } = run;
  const { taken, positions, unjudged } = takeJudgedSystems(data);
  const judged = judgedItems(taken);
  if (judged.length < 2) throw tooFewItems('an estimate from judgements', judged.length, 2, 'judged items');
  const weights = designWeights(judged, data.inclusion);
  const units = independentUnits(judged, data);
  const context = { seed, population, judged, weights, units };
  const result = callPlugin(who, (loan) => {
    loan.lend('the judged items', judged);
    loan.lend('the design weights', weights);
    loan.lend('the independent units', units);
    return estimator.estimate(lendJudgedData(taken, loan), options, context);
  });
  checkResult(estimator.name, result, { judged: judged.length, systems: positions.length });
  const { counts, means } = plainMeans(taken, judged, weights);
  return {
    ...result,
    estimator: estimator.name,
    population,
    seed,
    systems: taken.systems,
    positions,
    unjudged,
    items: data.judgements.items,
    judged,
    weights,
    counts,
    means,
    units,
    unitCount: 1 + units.reduce((most, unit) => Math.max(most, unit), 0),
    systemDegreesOfFreedom:
      result.systemDegreesOfFreedom ?? new Float64Array(positions.length).fill(result.degreesOfFreedom),
    shrunk: result.shrunk ?? result.values,
    shrinkage: result.shrinkage ?? 0,
    shrunkCovariance: result.shrunkCovariance ?? result.covariance,
  };
}

/** Indices of the items with at least one judgement, ascending. O(N·S). */
export function judgedItems({ judgements }: JudgedData): Uint32Array {
  const { items, systems, values } = judgements;
  const judged: number[] = [];
  for (let item = 0; item < items; item++) {
    let system = 0;
    while (system < systems && Number.isNaN(values[item * systems + system])) system++;
    if (system < systems) judged.push(item);
  }
  return Uint32Array.from(judged);
}

/** Numbers the documents of the judged items, or these themselves, in the order of the items' names. */
function independentUnits(judged: Uint32Array, { documents, ids }: JudgedData): Uint32Array {
  const places = ids && textPlaces(ids);
  const order = Uint32Array.from(judged.keys());
  if (places) order.sort((a, b) => places[judged[a]] - places[judged[b]]);
  const units = new Uint32Array(judged.length);
  if (documents === undefined) {
    order.forEach((i, place) => (units[i] = place));
    return units;
  }
  const numbers = new Map<number, number>();
  for (const i of order) {
    const document = documents[judged[i]];
    if (!numbers.has(document)) numbers.set(document, numbers.size);
    units[i] = numbers.get(document)!;
  }
  return units;
}

/** Inverse inclusion probabilities, scaled to sum 1. */
function designWeights(judged: Uint32Array, inclusion: Float64Array | undefined): Float64Array {
  const weights = Float64Array.from(judged, (item) => 1 / (inclusion?.[item] ?? 1));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}

function plainMeans({ judgements }: JudgedData, judged: Uint32Array, weights: Float64Array) {
  const { systems, values } = judgements;
  const counts = new Uint32Array(systems);
  const means = new Float64Array(systems);
  const weight = new Float64Array(systems);
  judged.forEach((item, i) => {
    for (let system = 0; system < systems; system++) {
      const judgement = values[item * systems + system];
      if (Number.isNaN(judgement)) continue;
      counts[system]++;
      weight[system] += weights[i];
      means[system] += weights[i] * judgement;
    }
  });
  return { counts, means: means.map((sum, system) => sum / weight[system]) };
}

function checkResult(
  name: string,
  result: EstimatorResult,
  { judged, systems }: { judged: number; systems: number },
) {
  const square = systems ** 2;
  const lengths = { values: systems, covariance: square, shrunk: systems, shrunkCovariance: square };
  for (const field of ['values', 'covariance', 'shrunk', 'shrunkCovariance'] as const) {
    const array = result?.[field];
    if (field.startsWith('shrunk') && array === undefined) continue;
    if (!isFloat64Array(array) || array.length !== lengths[field])
      throw invalidEstimate(name, `must return ${field} as ${lengths[field]} numbers in a Float64Array`);
    const at = array.findIndex((value) => !Number.isFinite(value));
    if (at >= 0) throw invalidEstimate(name, `must return finite numbers; ${field}[${at}] is ${array[at]}`);
  }
  for (const field of ['adjusted', 'residuals'] as const)
    if (!isFloat64Array(result[field]) || result[field].length !== judged * systems)
      throw invalidEstimate(
        name,
        `must return ${field} as ${judged * systems} numbers, one per judged item and system`,
      );
  const { shrinkage = 0 } = result;
  if (!(shrinkage >= 0 && shrinkage <= 1))
    throw invalidEstimate(name, `must return a shrinkage in [0, 1]; got ${shrinkage}`);
  if (!(result.degreesOfFreedom > 0))
    throw invalidEstimate(name, `must return degrees of freedom above 0; got ${result.degreesOfFreedom}`);
  const own = result.systemDegreesOfFreedom;
  if (own !== undefined && !(own.length === systems && own.every((degrees) => degrees > 0)))
    throw invalidEstimate(name, `must return degrees of freedom above 0 for each of ${systems} systems`);
}
