import type { TargetPopulation } from '@goldpan/core';

/** A value of an item, its design weight and the unit that it was drawn with. */
export interface Weighted {
  readonly value: number;
  readonly weight: number;
  readonly unit: number;
}

/** A weighted mean of values of some of N items, and how sure it is: its variance is spread·left. */
export interface UnitMean {
  readonly count: number;
  /** Independent units. */
  readonly units: number;
  /** NaN = of no values. */
  readonly mean: number;
  /** g/(g − 1)·Σ_u (Σ_{i∈u} w_i(y_i − m))²/W² over the g units; NaN = fewer than two. */
  readonly spread: number;
  /** 1 − n/N where weights are equal and the population is the items at hand, 0 where all have a value, else 1. */
  readonly left: number;
}

/** Mean of values of some of `items` items. O(values). */
export function unitMean(values: readonly Weighted[], items: number, population: TargetPopulation): UnitMean {
  const whole = values.reduce((sum, { weight }) => sum + weight, 0);
  const mean = values.reduce((sum, { value, weight }) => sum + weight * value, 0) / whole;
  const byUnit = new Map<number, number>();
  for (const { value, weight, unit } of values)
    byUnit.set(unit, (byUnit.get(unit) ?? 0) + weight * (value - mean));
  const squares = [...byUnit.values()].reduce((sum, error) => sum + error ** 2, 0);
  const units = byUnit.size;
  const spread = units < 2 ? NaN : ((units / (units - 1)) * squares) / whole ** 2;
  return {
    ...{ count: values.length, units, mean, spread },
    left: population === 'all' ? leftToJudge(values, items) : 1,
  };
}

function leftToJudge(values: readonly Weighted[], items: number): number {
  if (values.length >= items) return 0;
  const [{ weight } = { weight: 0 }] = values;
  const equal = values.every((one) => Math.abs(one.weight - weight) <= 1e-12 * weight);
  return equal ? 1 - values.length / items : 1;
}
