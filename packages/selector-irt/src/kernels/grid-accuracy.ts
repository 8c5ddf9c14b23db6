import { dot, invertPositiveDefinite } from '@goldpan/stats';
import type { Family } from '../families/family.js';
import { fillGridRow, gridRow, type AbilityGrid } from './ability-grid.js';
import type { Accuracy } from './accuracy.js';
import type { Responses } from './expectation.js';
import { pointsOf, populationOf, type Parameters } from './parameters.js';
import { timesVector } from './symmetric-matrix.js';

interface Fitted {
  readonly family: Family;
  readonly responses: Responses;
  readonly parameters: Parameters;
  /** Coordinates of the items, N×dimensions. */
  readonly means: Float64Array;
  readonly grid: AbilityGrid;
}

/**
 * The uncertainty of what is reported where abilities are integrated out: the inverse of the observed information about all
 * items (what the scores would tell if the abilities were known, less what is lost because they are not; Louis 1982),
 * with the share of standardising. O(S · (N · dimensions)²).
 */
export function gridAccuracy(fitted: Fitted): Omit<Accuracy, 'means'> {
  const { grid } = fitted;
  const response = responseOfAbilities(fitted);
  const total = fitted.means.length;
  const covariance = itemCovariance(fitted, response);
  // How the mean and the log spread of the abilities follow the items.
  const standard = { shift: new Float64Array(total), stretch: new Float64Array(total) };
  grid.means.forEach((ability, s) => {
    for (let c = 0; c < total; c++) {
      const change = response[s * total + c] / grid.means.length;
      standard.shift[c] += change;
      standard.stretch[c] += ability * change;
    }
  });
  const image = new Float64Array(total);
  const abilities = grid.means.map((ability, s) => {
    const own = response.subarray(s * total, (s + 1) * total);
    const direction = own.map((value, c) => value - standard.shift[c] - ability * standard.stretch[c]);
    timesVector(covariance, direction, image);
    return grid.deviations[s] ** 2 + dot(direction, image);
  });
  const { covariances, width } = standardisedItems(fitted, covariance, standard);
  return { abilities, covariances, width, logEvidence: grid.logEvidence };
}

/** The covariance of the reported coordinates of each item, the log slope first. */
function standardisedItems(
  { family, responses, parameters, means }: Fitted,
  covariance: Float64Array,
  { shift, stretch }: { readonly shift: Float64Array; readonly stretch: Float64Array },
) {
  const dimensions = parameters.mean.length;
  const lead = family.coordinates[0] === 'log-slope' ? 0 : 1;
  const width = dimensions + lead;
  const covariances = new Float64Array(responses.items * width * width);
  const image = new Float64Array(means.length);
  for (let item = 0; item < responses.items; item++) {
    const slope = Math.exp(lead === 0 ? means[item * dimensions] : parameters.shared[0]);
    const rows = Array.from({ length: width }, (_, k) => {
      const row = k === 0 ? stretch.slice() : shift.map((value) => (k === 1 ? slope * value : 0));
      if (k >= lead) row[item * dimensions + k - lead] += 1;
      return row;
    });
    rows.forEach((row, k) => {
      timesVector(covariance, row, image);
      rows.forEach((other, l) => (covariances[(item * width + k) * width + l] = dot(other, image)));
    });
  }
  return { covariances, width };
}

/** S × (N · dimensions): the posterior covariance of each ability with the derivatives of its log-likelihood by the items. */
function responseOfAbilities({ family, responses, parameters, means, grid }: Fitted): Float64Array {
  const { items, systems, values } = responses;
  const dimensions = parameters.mean.length;
  const out = new Float64Array(systems * items * dimensions);
  const row = gridRow(1);
  row.count = grid.count;
  const slopes = itemSlopes(dimensions);
  pointsOf(means, parameters).forEach((point, item) => {
    for (let s = 0; s < systems; s++) {
      const score = values[item * systems + s];
      if (Number.isNaN(score)) continue;
      for (let k = 0, at = s * grid.count; k < grid.count; k++, at++) {
        row.abilities[k] = grid.nodes[at];
        row.scores[k] = score;
        row.weights[k] = grid.weights[at] * (grid.nodes[at] - grid.means[s]);
      }
      slopes.gradient.fill(0);
      family.differentiate(row, point, slopes);
      out.set(slopes.gradient, (s * items + item) * dimensions);
    }
  });
  return out;
}

/** Covariance of all coordinates of all items; S·(N·dimensions)² time. */
function itemCovariance(fitted: Fitted, response: Float64Array): Float64Array {
  const total = fitted.means.length;
  const known = knownInformation(fitted);
  const information = known.slice();
  fitted.grid.deviations.forEach((deviation, s) => {
    for (let c = 0; c < total; c++) {
      const weighed = response[s * total + c] / deviation ** 2;
      for (let d = 0; d <= c; d++) information[c * total + d] -= weighed * response[s * total + d];
    }
  });
  // Far from a maximum the observed information need not be positive definite; that with known abilities is.
  const covariance = invertPositiveDefinite(information, total);
  return Number.isNaN(covariance[0]) ? invertPositiveDefinite(known, total) : covariance;
}

/** What the scores would tell of the items if the abilities were known: the lower triangle, in blocks. */
function knownInformation({ family, responses, parameters, means, grid }: Fitted): Float64Array {
  const dimensions = parameters.mean.length;
  const total = means.length;
  const { precision } = populationOf(parameters);
  const row = gridRow(responses.systems);
  const own = itemSlopes(dimensions);
  const information = new Float64Array(total * total);
  pointsOf(means, parameters).forEach((point, item) => {
    own.information.set(precision);
    fillGridRow(row, { responses, grid }, item);
    family.differentiate(row, point, own);
    const first = item * dimensions;
    for (let k = 0; k < dimensions; k++) {
      for (let l = 0; l <= k; l++) {
        information[(first + k) * total + first + l] = own.information[k * dimensions + l];
      }
    }
  });
  return information;
}

function itemSlopes(dimensions: number) {
  return {
    gradient: new Float64Array(dimensions),
    information: new Float64Array(dimensions * dimensions),
  };
}
