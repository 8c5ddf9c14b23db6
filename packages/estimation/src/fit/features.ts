import { textPlaces, type JudgedData, type MetricScores } from '@goldpan/core';
import { squarable } from '@goldpan/stats';
import { orientMetrics } from './orient-metrics.js';

/** What the metrics say of all cells, standardised. Feature 0 is the mean of the metrics, 1…K are the metrics. */
export interface Features {
  /** P = 1 + the number of metrics that vary; 0 when none does. */
  readonly count: number;
  /** Mean of each feature over all items, less its mean over the systems; shape (systems × features). */
  readonly systemMeans: Float64Array;
  /** The part of these means that comes of the given items: their sum over N; shape (systems × features). O(items given·S·P). */
  meansOver(items: Uint32Array): Float64Array;
  /** Mean of feature 0 over the systems of each item; shape (items). */
  readonly levels: Float64Array;
  /** Metrics that are the same in every cell: they say nothing. */
  readonly constant: readonly string[];
  /** Features of the given items less their means over the systems; shape (items given × systems × features). */
  within(items: Uint32Array): Float64Array;
}

interface Column {
  readonly values: Float64Array;
  readonly centre: number;
  readonly scale: number;
}

/** Features by the metrics that they are of: estimates from more and more judgements of the same items ask for the same ones. */
const known = new WeakMap<readonly MetricScores[], Features>();

/** Standardises metrics over all cells; once per list of metrics. O(N·S·K), and twice the memory of one metric. */
export function metricFeatures(data: Scored): Features {
  const features = known.get(data.metrics) ?? standardised(data);
  known.set(data.metrics, features);
  return features;
}

type Scored = Pick<JudgedData, 'metrics' | 'judgements' | 'ids'>;

function standardised({ metrics, judgements: { items, systems }, ids }: Scored): Features {
  const constant: string[] = [];
  const columns: Column[] = [];
  for (const { name, scores } of metrics) {
    const values = squarable(scores.values);
    const { centre, deviation } = momentsOf(values);
    if (deviation > 1e-12 * Math.abs(centre)) columns.push({ values, centre, scale: 1 / deviation });
    else constant.push(name);
  }
  if (columns.length === 0) return noFeatures(items, constant);
  const signs = orientMetrics(
    (metric, cell) => (columns[metric].values[cell] - columns[metric].centre) * columns[metric].scale,
    columns.length,
    { items, systems, places: ids && textPlaces(ids) },
  );
  const oriented = columns.map((column, k) => ({ ...column, scale: signs[k] * column.scale }));
  const mean = meanColumn(oriented, items * systems);
  return featuresOf([mean, ...oriented], { items, systems, constant });
}

function noFeatures(items: number, constant: readonly string[]): Features {
  const nothing = new Float64Array(0);
  return {
    count: 0,
    systemMeans: nothing,
    meansOver: () => nothing,
    levels: new Float64Array(items),
    constant,
    within: () => nothing,
  };
}

function featuresOf(
  columns: readonly Column[],
  { items, systems, constant }: { items: number; systems: number; constant: readonly string[] },
): Features {
  return {
    count: columns.length,
    systemMeans: centredSystemMeans(columns, items, systems),
    meansOver: (taken) => centredSystemMeans(columns, items, systems, taken),
    levels: itemMeans(columns[0], items, systems),
    constant,
    within: (taken) => withinItems(columns, taken, systems),
  };
}

/** Mean and population standard deviation, in two passes. */
function momentsOf(values: Float64Array): { centre: number; deviation: number } {
  let sum = 0;
  for (let cell = 0; cell < values.length; cell++) sum += values[cell];
  const centre = sum / values.length;
  let squares = 0;
  for (let cell = 0; cell < values.length; cell++) squares += (values[cell] - centre) ** 2;
  return { centre, deviation: Math.sqrt(squares / values.length) };
}

/** The mean of the standardised metrics, to be standardised again. */
function meanColumn(columns: readonly Column[], cells: number): Column {
  const values = new Float64Array(cells);
  for (const { values: scores, centre, scale } of columns)
    for (let cell = 0; cell < cells; cell++) values[cell] += (scores[cell] - centre) * scale;
  const { centre, deviation } = momentsOf(values);
  // Metrics that cancel out have no common part.
  return { values, centre, scale: deviation > 1e-9 ? 1 / deviation : 0 };
}

function centredSystemMeans(
  columns: readonly Column[],
  items: number,
  systems: number,
  taken?: Uint32Array,
): Float64Array {
  const count = taken?.length ?? items;
  const means = new Float64Array(systems * columns.length);
  const sums = new Float64Array(systems);
  columns.forEach(({ values, centre, scale }, k) => {
    sums.fill(0);
    for (let i = 0; i < count; i++)
      for (let system = 0, cell = (taken?.[i] ?? i) * systems; system < systems; system++, cell++)
        sums[system] += values[cell] - centre;
    const overall = sums.reduce((total, sum) => total + sum, 0) / systems;
    for (let system = 0; system < systems; system++)
      means[system * columns.length + k] = ((sums[system] - overall) / items) * scale;
  });
  return means;
}

function itemMeans({ values, centre, scale }: Column, items: number, systems: number): Float64Array {
  const means = new Float64Array(items);
  for (let item = 0, cell = 0; item < items; item++) {
    let sum = 0;
    for (let system = 0; system < systems; system++, cell++) sum += values[cell] - centre;
    means[item] = (sum / systems) * scale;
  }
  return means;
}

function withinItems(columns: readonly Column[], taken: Uint32Array, systems: number): Float64Array {
  const width = columns.length;
  const within = new Float64Array(taken.length * systems * width);
  columns.forEach(({ values, scale }, k) => {
    taken.forEach((item, i) => {
      let sum = 0;
      for (let system = 0; system < systems; system++) sum += values[item * systems + system];
      const mean = sum / systems;
      for (let system = 0; system < systems; system++)
        within[(i * systems + system) * width + k] = (values[item * systems + system] - mean) * scale;
    });
  });
  return within;
}
