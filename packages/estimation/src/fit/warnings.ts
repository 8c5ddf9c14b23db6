import type { EstimateWarning, EstimationContext, JudgedData } from '@goldpan/core';
import { quoteList } from '@goldpan/core';
import type { Fit } from './fit.js';
import { unitCountOf } from './unit-count.js';

/** Fewer judged items than this: metrics are left out. */
export const LEAST_ITEMS = 5;
/** Residuals below this share of the means are rounding. */
const ROUNDING = 1e-12;
/** Judgements that lie nearer together than this share of their size cannot be told apart for sure. */
const LEAST_SPREAD = 1e-9;
/** Fewer judged documents than this: intervals from documents may be too short. */
const FEW_DOCUMENTS = 20;

/** What the reader of an estimate must know, from data and fit; see docs of each code in the README. */
export function fitWarnings(data: JudgedData, context: EstimationContext, fit: Fit): EstimateWarning[] {
  const { layout, features } = fit;
  const { items, systems, counts } = layout;
  const documents = unitCountOf(context.units);
  const missing = items * systems - counts.reduce((sum, count) => sum + count, 0);
  const rounding = ROUNDING * fit.values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const lost = isLostInOffset(data);
  const flat = (residuals: Float64Array) => residuals.every((residual) => Math.abs(residual) <= rounding);
  const cases: [when: boolean, code: string, text: string][] = [
    [systems === 1, 'ONE_SYSTEM', 'there is one system: its mean is estimated, and nothing is ranked'],
    [
      items < LEAST_ITEMS,
      'FEW_ITEMS',
      `${items} items are judged; metrics are used from ${LEAST_ITEMS} on, and intervals below that say little`,
    ],
    [data.metrics.length === 0, 'NO_METRICS', 'there is no metric: estimates rest on the judgements alone'],
    [
      features.constant.length > 0,
      'CONSTANT_METRIC',
      `a metric that is the same everywhere says nothing and was left out: ${quoteList(features.constant)}`,
    ],
    [
      features.count > items * Math.max(1, systems - 1),
      'MANY_METRICS',
      `${features.count - 1} metrics are more than ${items} judged items can weigh one by one: mostly their mean counts`,
    ],
    [
      lost,
      'LARGE_OFFSET',
      'all judgements share an offset beside which their differences are lost to rounding: take it off first',
    ],
    [
      !lost && flat(fit.plain.within) && flat(fit.plain.levels),
      'EQUAL_JUDGEMENTS',
      'all judgements of a system are the same: intervals have no length, which does not mean that there is no doubt',
    ],
    [
      data.documents !== undefined && documents < FEW_DOCUMENTS,
      'FEW_DOCUMENTS',
      `${documents} documents are judged; below ${FEW_DOCUMENTS} intervals from documents may be too short`,
    ],
    [
      missing > 0,
      'MISSING_CELLS',
      `${missing} of ${items * systems} cells of the judged items are not judged: systems are compared by least squares on the others, as if what is missing were missing by chance`,
    ],
  ];
  return cases.filter(([when]) => when).map(([, code, text]) => ({ code, text }));
}

/** Whether judgements differ, but by next to nothing beside their size. O(N·S). */
function isLostInOffset({ judgements }: JudgedData): boolean {
  let [low, high] = [Infinity, -Infinity];
  for (const value of judgements.values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return high > low && high - low < LEAST_SPREAD * Math.max(Math.abs(low), Math.abs(high));
}
