import type { Measure } from '@goldpan/core';
import { measures as builtIn } from '@goldpan/evaluation';

/** The measures of @goldpan/evaluation, and those that plugins bring beside them. */
export function knownMeasures(loaded: readonly Measure[]): readonly Measure[] {
  const names: readonly string[] = builtIn.map(({ name }) => name);
  return [...builtIn, ...loaded.filter(({ name }) => !names.includes(name))];
}
