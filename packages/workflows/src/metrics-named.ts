import { COMPOSITE_METRIC, unknownMetric } from '@goldpan/core';
import { nameLists } from './name-lists.js';

/** Metrics as people type them, each of the data or the composite of all. @throws UNKNOWN_METRIC with the nearest name */
export function metricsNamed(typed: readonly string[], known: readonly string[]): string[] {
  const names = nameLists(typed, known);
  const unknown = names.find((name) => name !== COMPOSITE_METRIC && !known.includes(name));
  if (unknown !== undefined) throw unknownMetric(unknown, known);
  return names;
}
