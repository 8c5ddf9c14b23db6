import type { Family, Row } from '../families/family.js';
import type { AbilityGrid } from './ability-grid.js';
import { fillGridRow, gridRow } from './ability-grid.js';
import type { Accuracy } from './accuracy.js';
import type { Responses } from './expectation.js';
import { pointsOf, populationOf, type Parameters } from './parameters.js';
import { inverseOfLower, timesVector } from './symmetric-matrix.js';

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
  const { family, responses, parameters, means, grid } = fitted;
  const { items, systems } = responses;
  const dimensions = parameters.mean.length;
  const total = items * dimensions;
  const response = responseOfAbilities(fitted);
  const covariance = itemCovariance(fitted, response);
  const lead = family.coordinates[0] === 'log-slope' ? 0 : 1;
  const width = dimensions + lead;
  // How the mean and the log spread of the abilities follow the items.
  const shift = new Float64Array(total);
  const stretch = new Float64Array(total);
  for (let s = 0; s < systems; s++) {
    for (let c = 0; c < total; c++) {
      shift[c] += response[s * total + c] / systems;
      stretch[c] += (grid.means[s] * response[s * total + c]) / systems;
    }
  }
  const image = new Float64Array(total);
  const variance = (direction: Float64Array) => {
    timesVector(covariance, direction, image);
    return dot(direction, image);
  };
  const abilities = grid.means.map((ability, s) => {
    const direction = shift.map((value, c) => response[s * total + c] - value - ability * stretch[c]);
    return grid.deviations[s] ** 2 + variance(direction);
  });
  const covariances = new Float64Array(items * width * width);
  for (let item = 0; item < items; item++) {
    const slope = Math.exp(lead === 0 ? means[item * dimensions] : parameters.shared[0]);
    const rows = Array.from({ length: width }, (_, k) => {
      const row = new Float64Array(total);
      if (k === 0) row.set(stretch);
      if (k === 1) shift.forEach((value, c) => (row[c] = slope * value));
      if (k >= lead) row[item * dimensions + k - lead] += 1;
      return row;
    });
    rows.forEach((row, k) => {
      timesVector(covariance, row, image);
      rows.forEach((other, l) => (covariances[(item * width + k) * width + l] = dot(other, image)));
    });
  }
  return { abilities, covariances, width, logEvidence: grid.logEvidence };
}

/** S × (N · dimensions): the posterior covariance of each ability with the derivatives of its log-likelihood by the items. */
function responseOfAbilities({ family, responses, parameters, means, grid }: Fitted): Float64Array {
  const { items, systems, values } = responses;
  const dimensions = parameters.mean.length;
  const out = new Float64Array(systems * items * dimensions);
  const row: Row = gridRow(1);
  row.count = grid.count;
  const slopes = {
    gradient: new Float64Array(dimensions),
    information: new Float64Array(dimensions * dimensions),
  };
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
function itemCovariance(
  { family, responses, parameters, means, grid }: Fitted,
  response: Float64Array,
): Float64Array {
  const { items, systems } = responses;
  const dimensions = parameters.mean.length;
  const total = items * dimensions;
  const { precision } = populationOf(parameters);
  const row = gridRow(systems);
  const information = new Float64Array(total * total);
  const own = {
    gradient: new Float64Array(dimensions),
    information: new Float64Array(dimensions * dimensions),
  };
  pointsOf(means, parameters).forEach((point, item) => {
    own.information.set(precision);
    fillGridRow(row, responses, grid, item);
    family.differentiate(row, point, own);
    for (let k = 0; k < dimensions; k++) {
      for (let l = 0; l <= k; l++) {
        information[(item * dimensions + k) * total + item * dimensions + l] =
          own.information[k * dimensions + l];
      }
    }
  });
  const known = information.slice();
  for (let s = 0; s < systems; s++) {
    const variance = grid.deviations[s] ** 2;
    for (let c = 0; c < total; c++) {
      const weighed = response[s * total + c] / variance;
      for (let d = 0; d <= c; d++) information[c * total + d] -= weighed * response[s * total + d];
    }
  }
  return inverseOfLower(information, total) ?? inverseOfLower(known, total)!;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}
