import { stream } from '@goldpan/core';

/**
 * How many parts cross-fitting uses at most: of so few units each is left out by itself, and nothing hangs on the seed. With five parts a p-value
 * near .05 of 10 to 20 items changed by a factor of 2 (up to 10) from seed to seed; with twenty those of 50 items change by 1.3.
 */
export const FOLDS = 20;

/**
 * The part each judged item belongs to, whole units (documents) together, sizes as equal as can be; which unit falls where is drawn
 * from the seed. O(n).
 *
 * @param units - unit of each judged item, from 0
 * @returns shape (judged), from 0 to min(20, units) − 1
 */
export function crossFittingFolds(units: Uint32Array, unitCount: number, seed: number): Uint32Array {
  const order = stream(seed, 'estimation/folds').shuffle(
    Uint32Array.from({ length: unitCount }, (_, u) => u),
  );
  const foldOfUnit = new Uint32Array(unitCount);
  order.forEach((unit, place) => (foldOfUnit[unit] = place % FOLDS));
  return units.map((unit) => foldOfUnit[unit]);
}
