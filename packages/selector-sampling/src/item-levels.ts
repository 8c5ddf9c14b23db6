import { compositeMetric, type Dataset, type ScoreMatrix } from '@goldpan/core';
import { nothingToStratifyBy } from './errors.js';

/** The scores that a design goes by: of the metric named, or the composite of all automatic metrics. @throws UNKNOWN_METRIC */
export function designScores(dataset: Dataset, metric?: string): ScoreMatrix {
  return metric === undefined ? compositeMetric(dataset) : dataset.scores(metric);
}

/** The mean of each item's scores that are there; where none is, the mean of all items. O(N·S) */
export function itemLevels({ items, systems, values }: ScoreMatrix): Float64Array {
  const levels = new Float64Array(items).fill(NaN);
  for (let item = 0; item < items; item++) {
    let sum = 0;
    let count = 0;
    for (let cell = item * systems; cell < (item + 1) * systems; cell++) {
      if (values[cell] !== values[cell]) continue;
      sum += values[cell];
      count++;
    }
    if (count > 0) levels[item] = sum / count;
  }
  const known = levels.filter((level) => level === level);
  const middle = known.length === 0 ? 0 : known.reduce((sum, level) => sum + level, 0) / known.length;
  return levels.map((level) => (level === level ? level : middle));
}

/** Characters of each source; 0 where there is none. @throws SAM_NOTHING_TO_STRATIFY_BY when no item has a source */
export function sourceLengths({ sources }: Dataset): Float64Array {
  if (sources === undefined || sources.every((text) => text === undefined))
    throw nothingToStratifyBy('a source');
  return Float64Array.from(sources, (text) => text?.length ?? 0);
}
