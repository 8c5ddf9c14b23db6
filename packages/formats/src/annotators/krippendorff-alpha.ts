/**
 * Krippendorff's alpha for interval data: how far annotators agree beyond what chance would give, 1 = fully, 0 = as chance
 * does, below 0 = less than that.
 *
 * @param ratings - shape (annotators, units), NaN = not rated; units with fewer than two ratings do not count
 * @returns alpha; NaN where no unit has two ratings, or where all ratings are equal (chance agreement is undefined)
 * @remarks Difference function (a − b)². Observed and expected disagreement as sums of squares, so O(ratings) rather than
 *   O(ratings²). Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011).
 */
export function krippendorffAlpha(ratings: readonly ArrayLike<number>[]): number {
  const units = ratings[0]?.length ?? 0;
  const all: number[] = [];
  let observed = 0;
  for (let unit = 0; unit < units; unit++) {
    const own = ratings.map((row) => row[unit]).filter((rating) => !Number.isNaN(rating));
    if (own.length < 2) continue;
    // Σ over ordered pairs of (a − b)² is 2·m times the sum of squares around the mean.
    observed += (2 * own.length * squaresAroundMean(own)) / (own.length - 1);
    for (const rating of own) all.push(rating);
  }
  const expected = (2 * squaresAroundMean(all)) / (all.length - 1);
  return expected > 0 ? 1 - observed / all.length / expected : NaN;
}

function squaresAroundMean(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
}
