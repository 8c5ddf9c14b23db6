import { runCostModel, secondsPer, takeItems, type Dataset } from '@goldpan/core';
import { mean, quantile } from '@goldpan/stats';
import { costsFromTimes, type TimedCosts } from './costs-from-times.js';
import { field } from './models/field.js';
import { predictCosts, type CostFit } from './models/fitted.js';
import { noTimeUnit, tooFewCosts } from './errors.js';
import { itemLengths, type LengthOf } from './item-lengths.js';
import { robustNonNegativeFit } from './kernels/robust-regression.js';
import { countOf } from './text-length.js';

/** How costs are fitted; everything has a default. */
export interface FitCostOptions {
  /**
   * What the field `cost` is counted in; default `"units"`. Costs that are told from times are converted to it from seconds, which are
   * their default: it is a unit of time then, such as `"min"`, `"hours"`. The model carries it.
   */
  readonly unit?: string;
  /** Which texts the cost may grow with; default both, where the data has both. */
  readonly of?: LengthOf;
  /** Default: what most of the sources (or outputs) are counted in by their script. */
  readonly count?: 'words' | 'characters';
  /** Learn from the times of judgements even where items have the field `cost`; default false. */
  readonly costFromTimes?: boolean;
}

/** One item of a fit, for a plot of residuals. */
export interface FittedItem {
  readonly id: string;
  /** Lengths; absent where the fit did not look at them. */
  readonly source?: number;
  readonly outputs?: number;
  readonly observed: number;
  readonly predicted: number;
  /** observed − predicted. */
  readonly residual: number;
}

/** A fitted cost model and how well it fits. */
export interface FittedCosts {
  /** Plain JSON; the option `model` of the cost model `fitted`. */
  readonly model: CostFit;
  /** One per item with a cost, in the order of the data. */
  readonly items: readonly FittedItem[];
  /** Items that were left out because they have no cost. */
  readonly withoutCost: number;
  /** Where the costs are told from the times of judgements: how many, and how they lie. */
  readonly times?: Pick<TimedCosts, 'judgements' | 'pauses' | 'median'>;
}

const LEAST_ITEMS = 10;

/**
 * Learns what an item costs from items that have been judged: the field `cost` as a robust linear function of the
 * lengths of source and outputs, with coefficients of 0 or more, never below the lowest cost seen. Items without the field that have
 * judgements with times cost what `costsFromTimes` says.
 *
 * Items without a cost are left out and counted; a cost of 0 or less is refused by name. R² is the usual one, over all
 * items, 1 − Σ residual² / Σ (observed − mean)²; a robust fit has a lower R² than least squares where there are
 * outliers. It is 0 where all costs are the same. O(length of all texts).
 *
 * @throws TOO_FEW_COSTS below 10 items with a cost, NO_TIME_UNIT, INVALID_COSTS, NO_COSTS
 */
export function fitCost(dataset: Dataset, options: FitCostOptions = {}): FittedCosts {
  const times = timesOf(dataset, options);
  const isTime = times !== undefined || isOfTimes(dataset);
  const { unit = isTime ? 'seconds' : 'units' } = options;
  const costs = isTime ? inUnit((times?.values ?? dataset.costs)!, unit) : dataset.costs;
  const judged = judgedItems({ ...dataset, ...(costs && { costs }) });
  if (judged.size < LEAST_ITEMS) throw tooFewCosts(judged.size, LEAST_ITEMS);
  const { values: observed } = runCostModel(field, judged, { unit });
  const of = options.of ?? textsOf(judged);
  const count = options.count ?? countOfMost(judged, of);
  const lengths = itemLengths(judged, { model: 'fitted', of, count });
  const columns = [new Float64Array(judged.size).fill(1), lengths.source, lengths.outputs];
  const used = columns.filter((column) => column !== undefined);
  const found = robustNonNegativeFit(used, observed);
  const coefficient = (column: Float64Array | undefined) => (column ? found[used.indexOf(column)] : 0);
  const line = {
    fixed: found[0],
    perSource: coefficient(lengths.source),
    perOutput: coefficient(lengths.outputs),
    least: observed.reduce((least, cost) => Math.min(least, cost)),
  };
  const predicted = predictCosts(line, { size: judged.size, ...lengths });
  const residuals = observed.map((cost, item) => cost - predicted[item]);
  return {
    model: {
      kind: 'goldpan-cost-model',
      unit,
      count,
      ...line,
      items: judged.size,
      r2: explainedShare(observed, residuals),
      medianError: quantile(residuals.map(Math.abs), 0.5),
    },
    items: judged.ids.map((id, item) => ({
      id,
      ...(lengths.source && { source: lengths.source[item] }),
      ...(lengths.outputs && { outputs: lengths.outputs[item] }),
      observed: observed[item],
      predicted: predicted[item],
      residual: residuals[item],
    })),
    withoutCost: dataset.size - judged.size,
    ...(times && { times: { judgements: times.judgements, pauses: times.pauses, median: times.median } }),
  };
}

/** The costs that are told from times: where they are asked for, or there are no others. */
function timesOf(dataset: Dataset, { costFromTimes }: FitCostOptions): TimedCosts | undefined {
  const isNeeded = dataset.costs === undefined && dataset.judgements?.seconds !== undefined;
  return costFromTimes || isNeeded ? costsFromTimes(dataset) : undefined;
}

/** Whether the field `cost` is what the times of the judgements say. */
function isOfTimes(dataset: Dataset): boolean {
  const { costs, judgements } = dataset;
  if (costs === undefined || judgements?.seconds === undefined) return false;
  const { values } = costsFromTimes(dataset);
  return costs.every((cost, item) => Object.is(cost, values[item]));
}

/** Seconds in another unit of time. @throws NO_TIME_UNIT */
function inUnit(seconds: Float64Array, unit: string): Float64Array {
  const per = secondsPer(unit);
  if (per === undefined) throw noTimeUnit(unit);
  return per === 1 ? seconds : seconds.map((value) => value / per);
}

function judgedItems(dataset: Dataset): Dataset {
  const costs = dataset.costs ?? new Float64Array(dataset.size).fill(NaN);
  const judged = [...costs.keys()].filter((item) => !Number.isNaN(costs[item]));
  return judged.length === dataset.size ? dataset : takeItems(dataset, judged);
}

function textsOf(dataset: Dataset): LengthOf {
  if (dataset.outputs === undefined) return 'source';
  return dataset.sources === undefined ? 'outputs' : 'both';
}

function countOfMost(dataset: Dataset, of: LengthOf): 'words' | 'characters' {
  const texts =
    of === 'outputs' ? dataset.ids.map((_, item) => dataset.outputs?.(item, 0)) : (dataset.sources ?? []);
  const characters = texts.filter((text) => text !== undefined && countOf(text) === 'characters').length;
  return characters * 2 > texts.length ? 'characters' : 'words';
}

function explainedShare(observed: Float64Array, residuals: Float64Array): number {
  const centre = mean(observed);
  const squares = (values: Float64Array) => values.reduce((sum, value) => sum + value * value, 0);
  const total = squares(observed.map((cost) => cost - centre));
  return total === 0 ? 0 : 1 - squares(residuals) / total;
}
