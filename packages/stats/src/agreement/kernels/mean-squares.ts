/** Mean squares of a one-way analysis of variance, and the number of ratings per unit that it stands for. O(ratings). */
export function oneWayMeanSquares(rows: readonly Float64Array[]) {
  const total = sum(rows.map((row) => row.length));
  const grand = sum(rows.map(sum)) / total;
  const between = sum(rows.map((row) => row.length * (mean(row) - grand) ** 2)) / (rows.length - 1);
  const within = sum(rows.map((row) => squares(row, mean(row)))) / (total - rows.length);
  const raters = (total - sum(rows.map((row) => row.length ** 2)) / total) / (rows.length - 1);
  return { between, within, raters };
}

/** Mean squares of a two-way analysis of variance without repetition. O(units · raters). */
export function meanSquares(rows: readonly Float64Array[]) {
  const units = rows.length;
  const raters = rows[0].length;
  const grand = sum(rows.map(sum)) / (units * raters);
  const raterMeans = Float64Array.from(rows[0], (_, rater) => sum(rows.map((row) => row[rater])) / units);
  const ofUnits = raters * sum(rows.map((row) => (mean(row) - grand) ** 2));
  const ofRaters = units * squares(raterMeans, grand);
  // What is left after both, cell by cell: a difference of sums could fall below zero.
  const ofError = sum(
    rows.map((row) => {
      const own = mean(row);
      return sum(row.map((value, rater) => (value - own - raterMeans[rater] + grand) ** 2));
    }),
  );
  return {
    units: ofUnits / (units - 1),
    raters: ofRaters / (raters - 1),
    error: ofError / ((units - 1) * (raters - 1)),
  };
}

function sum(values: readonly number[] | Float64Array): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

function mean(values: Float64Array): number {
  return sum(values) / values.length;
}

function squares(values: Float64Array, around: number): number {
  return sum(values.map((value) => (value - around) ** 2));
}
