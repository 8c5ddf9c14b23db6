import type { Curve } from '@goldpan/core';
import type { LinePoint } from './chart.js';

/** A curve as the points of a line; sizes at which the measure is not defined are left out. */
export function linePoints(curve: Curve): readonly LinePoint[] {
  return curve.flatMap(({ size, value, low, high }) => {
    if (value === null) return [];
    const band = typeof low === 'number' && typeof high === 'number' ? { low, high } : {};
    return [{ x: size, y: value, ...band }];
  });
}

/** The values of a curve for a small line. */
export function sparkOf(curve: Curve): readonly number[] {
  return linePoints(curve).map(({ y }) => y);
}
