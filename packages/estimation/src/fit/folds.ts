import { stream } from '@goldpan/core';

/** How many parts cross-fitting uses. */
export const FOLDS = 5;

/**
 * The part each judged item belongs to, whole units (documents) together, sizes as equal as can be; which unit falls where is drawn
 * from the seed. O(n).
 *
 * @param units - unit of each judged item, from 0
 * @returns shape (judged), from 0 to min(5, units) − 1
 */
export function crossFittingFolds(units: Uint32Array, unitCount: number, seed: number): Uint32Array {
  const order = stream(seed, 'estimation/folds').shuffle(
    Uint32Array.from({ length: unitCount }, (_, u) => u),
  );
  const foldOfUnit = new Uint32Array(unitCount);
  order.forEach((unit, place) => (foldOfUnit[unit] = place % FOLDS));
  return units.map((unit) => foldOfUnit[unit]);
}
