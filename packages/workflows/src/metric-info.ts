import { DEFAULT_TARGET, isHumanColumn, type Dataset, type MetricInfo } from '@goldpan/core';
import { finiteOrNull } from './finite-or-null.js';

/** What a score column is, and how its scores lie. O(N·S) */
export function metricInfo(dataset: Dataset, name: string, target: string): MetricInfo {
  const { present, min, sum, max } = summaryOf(dataset.scores(name).values);
  const role =
    name === target ? 'target' : isHumanColumn(name) && name !== DEFAULT_TARGET ? 'human' : 'metric';
  const view = dataset.views?.get(name);
  return {
    name,
    role,
    missing: dataset.size * dataset.systems.length - present,
    min: finiteOrNull(min),
    mean: finiteOrNull(sum / present),
    max: finiteOrNull(max),
    ...(view && { view }),
  };
}

function summaryOf(scores: Float64Array) {
  let [present, min, sum, max] = [0, Infinity, 0, -Infinity];
  for (let cell = 0; cell < scores.length; cell++) {
    const score = scores[cell];
    if (Number.isNaN(score)) continue;
    present++;
    min = Math.min(min, score);
    sum += score;
    max = Math.max(max, score);
  }
  return { present, min, sum, max };
}
