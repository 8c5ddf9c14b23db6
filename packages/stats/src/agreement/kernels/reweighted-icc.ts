import type { IntraclassForm } from '../intraclass-correlation.js';
import type { RatingRows } from '../rating-rows.js';
import { centred, ratioOrNaN, type Reweighted } from './reweighted.js';

/** The one-way intraclass correlation of reweighted units with two or more ratings. O(units) a call. */
export function reweightedOneWay({ starts, values }: Pick<RatingRows, 'starts' | 'values'>): Reweighted {
  const units = starts.length - 1;
  const { own, size: largest } = centred(values);
  const [means, within] = [new Float64Array(units), new Float64Array(units)];
  for (let unit = 0; unit < units; unit++) {
    const row = own.subarray(starts[unit], starts[unit + 1]);
    means[unit] = row.reduce((sum, value) => sum + value, 0) / row.length;
    within[unit] = row.reduce((sum, value) => sum + (value - means[unit]) ** 2, 0);
  }
  return (weights) => {
    let [rows, ratings, sum, squares, sizes, inside] = [0, 0, 0, 0, 0, 0];
    for (let unit = 0; unit < units; unit++) {
      const [weight, size] = [weights[unit], starts[unit + 1] - starts[unit]];
      if (weight === 0 || size < 2) continue;
      rows += weight;
      ratings += weight * size;
      sizes += weight * size * size;
      sum += weight * size * means[unit];
      squares += weight * size * means[unit] ** 2;
      inside += weight * within[unit];
    }
    const between = (squares - sum ** 2 / ratings) / (rows - 1);
    const error = inside / (ratings - rows);
    const perUnit = (ratings - sizes / ratings) / (rows - 1);
    return rows < 2 ? NaN : ratioOrNaN(between - error, between + (perUnit - 1) * error, largest);
  };
}

/** A two-way intraclass correlation of reweighted units that all raters rated, row after row. O(ratings) a call. */
export function reweightedTwoWay(
  { raters, values }: { raters: number; values: Float64Array },
  form: Exclude<IntraclassForm, 'ICC(1,1)'>,
): Reweighted {
  const { own, size } = centred(values);
  const means = Float64Array.from({ length: own.length / raters }, (_, unit) =>
    own.subarray(unit * raters, (unit + 1) * raters).reduce((sum, value) => sum + value / raters, 0),
  );
  const levels = new Float64Array(raters);
  return (weights) => {
    const units = raterMeans({ own, means }, weights, levels);
    const grand = levels.reduce((sum, level) => sum + level / raters, 0);
    let [ofUnits, ofError] = [0, 0];
    for (let unit = 0; unit < means.length; unit++) {
      if (weights[unit] === 0) continue;
      ofUnits += weights[unit] * raters * (means[unit] - grand) ** 2;
      for (let rater = 0; rater < raters; rater++) {
        const left = own[unit * raters + rater] - means[unit] - levels[rater] + grand;
        ofError += weights[unit] * left ** 2;
      }
    }
    const between = ofUnits / (units - 1);
    const error = ofError / ((units - 1) * (raters - 1));
    if (units < 2) return NaN;
    if (form === 'ICC(3,k)') return ratioOrNaN(between - error, between, size);
    const ofRaters = levels.reduce((sum, level) => sum + (units * (level - grand) ** 2) / (raters - 1), 0);
    const severity = form === 'ICC(2,1)' ? (raters * (ofRaters - error)) / units : 0;
    return ratioOrNaN(between - error, between + (raters - 1) * error + severity, size);
  };
}

/** Fills in the mean of each rater, and gives the number of units. */
function raterMeans(
  { own, means }: { own: Float64Array; means: Float64Array },
  weights: ArrayLike<number>,
  levels: Float64Array,
): number {
  const raters = levels.length;
  levels.fill(0);
  let units = 0;
  for (let unit = 0; unit < means.length; unit++) {
    units += weights[unit];
    for (let rater = 0; rater < raters; rater++) levels[rater] += weights[unit] * own[unit * raters + rater];
  }
  for (let rater = 0; rater < raters; rater++) levels[rater] /= units;
  return units;
}
