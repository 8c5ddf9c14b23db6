import { exactSum } from './exact-sum.js';

/** Costs in a unit so small that they are whole numbers, where there is one: sums of them are then exact. */
export interface WholeCosts {
  readonly values: Float64Array;
  /** How many of the small units one cost unit has: a power of ten; 1 where costs stay as they are. */
  readonly scale: number;
  readonly isExact: boolean;
}

/** Sums of costs that are not whole agree to this share whatever the order of the terms. */
const ROUNDING = 1e-12;

/**
 * Costs with up to 8 decimals become whole numbers, so that 0.1 + 0.2 is 0.3 and a budget can be met to the last cent.
 * Other costs stay as they are. O(N).
 */
export function wholeCosts(costs: Float64Array): WholeCosts {
  const total = exactSum(costs);
  for (let scale = 1; scale <= 1e8 && total * scale < 2 ** 50; scale *= 10) {
    const isWhole = (cost: number) =>
      Math.abs(cost * scale - Math.round(cost * scale)) <= 4e-16 * cost * scale;
    if (costs.every(isWhole))
      return { values: costs.map((cost) => Math.round(cost * scale)), scale, isExact: true };
  }
  return { values: costs.slice(), scale: 1, isExact: false };
}

/** The most that a sum of these costs may be for a budget: rounded down, but not for a rounding error of the budget. */
export function capacityOf({ scale, isExact }: WholeCosts, budget: number): number {
  const scaled = budget * scale;
  if (!isExact) return scaled * (1 + ROUNDING);
  const nearest = Math.round(scaled);
  return Math.abs(scaled - nearest) <= 1e-11 * scaled ? nearest : Math.floor(scaled);
}
