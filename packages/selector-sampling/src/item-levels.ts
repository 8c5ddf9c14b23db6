import { compositeMetric, presentMean, type Dataset, type ScoreMatrix } from '@goldpan/core';
import { nothingToStratifyBy } from './errors.js';

/** The scores that a design goes by: of the metric named, or the composite of all automatic metrics. @throws UNKNOWN_METRIC */
export function designScores(dataset: Dataset, metric?: string): ScoreMatrix {
  return metric === undefined ? compositeMetric(dataset) : dataset.scores(metric);
}

/** The mean of each item's scores that are there; where none is, the mean of all items. O(N·S) */
export function itemLevels({ items, systems, values }: ScoreMatrix): Float64Array {
  const levels = Float64Array.from({ length: items }, (_, item) =>
    presentMean(values.subarray(item * systems, (item + 1) * systems)),
  );
  const middle = presentMean(levels) || 0;
  return levels.map((level) => (level === level ? level : middle));
}

/** Characters of each source; 0 where there is none. @throws SAM_NOTHING_TO_STRATIFY_BY when no item has a source */
export function sourceLengths({ sources }: Dataset): Float64Array {
  if (sources === undefined || sources.every((text) => text === undefined))
    throw nothingToStratifyBy('a source');
  return Float64Array.from(sources, (text) => text?.length ?? 0);
}
