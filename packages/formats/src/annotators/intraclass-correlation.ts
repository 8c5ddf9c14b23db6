/** Intraclass correlations of single ratings, as Shrout and Fleiss (1979) define them. */
export interface IntraclassCorrelation {
  /** ICC(1,1), one-way random effects: any raters, any number per unit. NaN where it is undefined. */
  readonly oneWay: number;
  /** ICC(2,1), two-way random effects, absolute agreement, over the units that every annotator rated. */
  readonly agreement: number;
  /** ICC(3,1), two-way mixed effects, consistency: differences of level between annotators do not count. Same units. */
  readonly consistency: number;
  /** Units with at least two ratings. */
  readonly units: number;
  /** Units that every annotator rated. */
  readonly completeUnits: number;
}

/**
 * How much of the variance of ratings lies between the units that were rated.
 *
 * @param ratings - shape (annotators, units), NaN = not rated
 * @remarks With unequal numbers of ratings per unit the one-way form takes k₀ = (n − Σk²/n) / (N − 1) for the number of raters.
 *   O(annotators × units).
 */
export function intraclassCorrelation(ratings: readonly ArrayLike<number>[]): IntraclassCorrelation {
  const size = ratings[0]?.length ?? 0;
  const rows = Array.from({ length: size }, (_, unit) =>
    ratings.map((row) => row[unit]).filter((value) => !Number.isNaN(value)),
  );
  const rated = rows.filter((row) => row.length >= 2);
  const complete = ratings.length >= 2 ? rated.filter((row) => row.length === ratings.length) : [];
  return { oneWay: oneWay(rated), ...twoWay(complete), units: rated.length, completeUnits: complete.length };
}

function oneWay(rows: readonly (readonly number[])[]): number {
  const total = rows.reduce((sum, row) => sum + row.length, 0);
  const grand = mean(rows.flat());
  const between = sum(rows.map((row) => row.length * (mean(row) - grand) ** 2)) / (rows.length - 1);
  const within = sum(rows.map((row) => squares(row, mean(row)))) / (total - rows.length);
  const raters = (total - sum(rows.map((row) => row.length ** 2)) / total) / (rows.length - 1);
  return (between - within) / (between + (raters - 1) * within);
}

function twoWay(rows: readonly (readonly number[])[]): { agreement: number; consistency: number } {
  const units = rows.length;
  const raters = rows[0]?.length ?? 0;
  if (units < 2 || raters < 2) return { agreement: NaN, consistency: NaN };
  const grand = mean(rows.flat());
  const raterMeans = rows[0].map((_, rater) => mean(rows.map((row) => row[rater])));
  const ofUnits = raters * sum(rows.map((row) => (mean(row) - grand) ** 2));
  const ofRaters = units * squares(raterMeans, grand);
  const ofError = squares(rows.flat(), grand) - ofUnits - ofRaters;
  const unitSquare = ofUnits / (units - 1);
  const raterSquare = ofRaters / (raters - 1);
  const errorSquare = ofError / ((units - 1) * (raters - 1));
  const difference = unitSquare - errorSquare;
  const common = unitSquare + (raters - 1) * errorSquare;
  return {
    agreement: difference / (common + (raters * (raterSquare - errorSquare)) / units),
    consistency: difference / common,
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function mean(values: readonly number[]): number {
  return sum(values) / values.length;
}

function squares(values: readonly number[], around: number): number {
  return sum(values.map((value) => (value - around) ** 2));
}
