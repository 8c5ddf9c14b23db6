import { takeJudgedSystems, type Estimate, type JudgedData } from '@goldpan/core';
import { holm, regressionLine, squarable, studentTCdf } from '@goldpan/stats';
import { twoWay } from '../fit/two-way.js';

/** How a metric treats one system against what people say of it. */
export interface Favouritism {
  readonly metric: string;
  /** The domain the judged items are taken from; undefined = all. */
  readonly domain: number | undefined;
  /** Place in `estimate.systems`. */
  readonly system: number;
  /** What people give beyond what the metric lets expect from the other systems, in units of the judgements; below 0 = the metric favours it. */
  readonly residual: number;
  /** Two-sided, adjusted (Holm) over all metrics, domains and systems. */
  readonly pValue: number;
}

/** Systems that are needed to hold one against the others. */
const LEAST_SYSTEMS = 5;

/**
 * Does a metric favour a system? For each metric, and each domain by itself, the systems' judged means against the metric's means
 * on the same items: a system far off the line of the others (deleted studentised residual, t with S − 3 degrees of freedom).
 * Estimates within items do not take such favour over; what leans on the metric does. Empty below five systems.
 * O(domains·(K·n·S + K·S²)).
 *
 * @returns most suspicious first
 */
export function favouritism(data: JudgedData, estimate: Estimate): Favouritism[] {
  const { taken } = takeJudgedSystems(data);
  const systems = taken.systems.length;
  if (systems < LEAST_SYSTEMS) return [];
  const domains = new Set(data.domains && Array.from(estimate.judged, (item) => data.domains![item]));
  const groups = [undefined, ...(domains.size > 1 ? domains : [])];
  const found = groups.flatMap((domain) => {
    const items = estimate.judged.filter((item) => domain === undefined || data.domains![item] === domain);
    const people = systemEffects(taken, items, estimate);
    if (people === undefined) return [];
    return taken.metrics.flatMap(({ name, scores }) => {
      const metric = people.effects(rowsOf(squarable(scores.values), items, systems), 1).systems;
      return deletedResiduals(metric, people.judged).map(({ residual, pValue }, system) => ({
        ...{ metric: name, domain, system, residual, pValue },
      }));
    });
  });
  const adjusted = holm(found.map(({ pValue }) => pValue));
  return found
    .map((one, i) => ({ ...one, pValue: adjusted[i] }))
    .sort((one, other) => one.pValue - other.pValue);
}

/** System effects of the judgements of some items, and the way to get those of a metric; undefined where they cannot be compared. */
function systemEffects(data: JudgedData, items: Uint32Array, estimate: Estimate) {
  if (items.length < 2) return undefined;
  const place = new Map(Array.from(estimate.judged, (item, i) => [item, estimate.weights[i]]));
  const weights = Float64Array.from(items, (item) => place.get(item)!);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const judgements = rowsOf(data.judgements.values, items, data.systems.length);
  try {
    const { effects } = twoWay(
      judgements,
      weights.map((weight) => weight / sum),
      data.systems,
    );
    return { effects, judged: effects(judgements, 1).systems };
  } catch {
    return undefined;
  }
}

function rowsOf(values: Float64Array, items: Uint32Array, width: number): Float64Array {
  const rows = new Float64Array(items.length * width);
  items.forEach((item, i) => rows.set(values.subarray(item * width, (item + 1) * width), i * width));
  return rows;
}

/** y against the line through the other points, for each point. */
function deletedResiduals(x: Float64Array, y: Float64Array): { residual: number; pValue: number }[] {
  const n = x.length - 1;
  return Array.from(x, (_, left) => {
    const keep = (values: Float64Array) => values.filter((_value, i) => i !== left);
    const line = regressionLine(keep(x), keep(y));
    if (line === undefined) return { residual: 0, pValue: 1 };
    const far = x[left] - line.xMean;
    const residual = y[left] - line.yMean - line.slope * far;
    const error = line.deviation * Math.sqrt(1 + 1 / n + far ** 2 / line.square);
    return { residual, pValue: error > 0 ? 2 * studentTCdf(-Math.abs(residual) / error, n - 2) : 1 };
  });
}
