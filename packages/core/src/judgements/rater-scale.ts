/** Where a rater's ratings lie and how far they spread. */
export interface RaterScale {
  readonly mean: number;
  /** Sample standard deviation (divided by n − 1); 0 for fewer than two ratings or equal ones. */
  readonly deviation: number;
}

/** The scale of one rater. NaN = not rated. Welford's method, O(ratings). */
export function raterScale(ratings: Iterable<number>): RaterScale {
  let count = 0;
  let mean = 0;
  let squares = 0;
  for (const rating of ratings) {
    if (Number.isNaN(rating)) continue;
    count++;
    const delta = rating - mean;
    mean += delta / count;
    squares += delta * (rating - mean);
  }
  return { mean, deviation: count > 1 ? Math.sqrt(squares / (count - 1)) : 0 };
}

/** A rating in the rater's standard deviations from the rater's mean; 0 where the rater's ratings do not vary. */
export function standardised(rating: number, { mean, deviation }: RaterScale): number {
  return deviation > 0 ? (rating - mean) / deviation : 0;
}
