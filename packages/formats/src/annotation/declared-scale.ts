/** More steps than that are distances, not places in an order. */
const MOST_STEPS = 10;

/** A scale as items declare it. */
export interface DeclaredScale {
  readonly scale: 'stars' | 'numbers';
  readonly min: number;
  readonly max: number;
  readonly better?: 'lower';
}

/**
 * The scale that raters were asked to answer on, as items declare it: whole numbers with at most ten steps between the ends are stars, of
 * which only the order is sure; any other scale is numbers.
 *
 * @param turned - whether lower is better
 */
export function declaredScale(
  { min, max, step = 1 }: { readonly min: number; readonly max: number; readonly step?: number },
  turned: boolean,
): DeclaredScale {
  const isStars = [min, max, step].every(Number.isInteger) && max - min <= MOST_STEPS;
  return { scale: isStars ? 'stars' : 'numbers', min, max, ...(turned && { better: 'lower' }) };
}
