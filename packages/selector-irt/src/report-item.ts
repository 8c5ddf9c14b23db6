import type { Coordinate, Family } from './families/family.js';
import { fillIntercepts } from './families/graded.js';
import type { IrtItem } from './irt-model.js';
import { logistic } from './kernels/logistic.js';

/** What is known about one item: its coordinates, and their covariance with the log slope first. */
export interface ItemEstimate {
  readonly id: string;
  /** The log slope, then the intercept and the other coordinates. */
  readonly point: Float64Array;
  /** Row-major, its order the length of the point. */
  readonly covariance: Float64Array;
}

/** The coordinates of a family's items with the log slope, which may be shared, first. */
export function reportedCoordinates({ coordinates }: Family): readonly Coordinate[] {
  return coordinates[0] === 'log-slope' ? coordinates : ['log-slope', ...coordinates];
}

/**
 * An item in the usual parameters, with standard errors by the delta method; that of the discrimination, whose logarithm
 * is estimated, is the standard deviation of a log-normal.
 */
export function reportItem(names: readonly Coordinate[], { id, point, covariance }: ItemEstimate): IrtItem {
  const { difficulty, ...others } = usualParameters(names, point);
  const errors = usualParameters(names, point);
  const discrimination = Math.exp(point[0]);
  const spread = covariance[0];
  const byCoordinate = Array.from(point, (_, k) => usualSlopes(names, point, k));
  const deviation = (slopes: readonly number[]) => {
    let variance = 0;
    slopes.forEach((a, k) =>
      slopes.forEach((b, l) => (variance += a * covariance[k * point.length + l] * b)),
    );
    return Math.sqrt(Math.max(variance, 0));
  };
  const errorOf = (name: 'difficulty' | 'guessing' | 'feasibility') =>
    deviation(byCoordinate.map((slopes) => slopes[name] ?? 0));
  return {
    id,
    discrimination,
    difficulty,
    ...others,
    standardErrors: {
      discrimination: discrimination * Math.exp(spread / 2) * Math.sqrt(Math.expm1(spread)),
      difficulty: errorOf('difficulty'),
      ...(errors.guessing !== undefined && { guessing: errorOf('guessing') }),
      ...(errors.feasibility !== undefined && { feasibility: errorOf('feasibility') }),
      ...(errors.thresholds && {
        thresholds: errors.thresholds.map((_, t) =>
          deviation(byCoordinate.map((slopes) => slopes.thresholds![t])),
        ),
      }),
    },
  };
}

type UsualParameters = Pick<IrtItem, 'difficulty' | 'guessing' | 'feasibility' | 'thresholds'>;

/** The usual parameters but for the discrimination. */
function usualParameters(names: readonly Coordinate[], point: Float64Array): UsualParameters {
  const discrimination = Math.exp(point[0]);
  const value = (name: Coordinate) => (names.includes(name) ? point[names.indexOf(name)] : undefined);
  const [gamma, phi] = [value('logit-guessing'), value('logit-span')];
  const guessing = gamma === undefined ? undefined : logistic(gamma);
  const lower = guessing ?? 0;
  if (names.includes('log-gap')) {
    const intercepts = new Float64Array(names.length - 1);
    fillIntercepts(point, intercepts);
    const thresholds = Array.from(intercepts, (intercept) => -intercept / discrimination);
    return { difficulty: thresholds.reduce((sum, t) => sum + t, 0) / thresholds.length, thresholds };
  }
  return {
    difficulty: -point[1] / discrimination,
    ...(guessing !== undefined && { guessing }),
    ...(phi !== undefined && { feasibility: lower + (1 - lower) * logistic(phi) }),
  };
}

/** Their derivatives by one coordinate, as central differences. */
function usualSlopes(names: readonly Coordinate[], point: Float64Array, coordinate: number): UsualParameters {
  const step = 1e-5;
  const moved = (by: number) =>
    usualParameters(
      names,
      point.map((value, k) => (k === coordinate ? value + by : value)),
    );
  const [up, down] = [moved(step), moved(-step)];
  const slope = (a: number, b: number) => (a - b) / (2 * step);
  return {
    difficulty: slope(up.difficulty, down.difficulty),
    ...(up.guessing !== undefined && { guessing: slope(up.guessing, down.guessing!) }),
    ...(up.feasibility !== undefined && { feasibility: slope(up.feasibility, down.feasibility!) }),
    ...(up.thresholds && { thresholds: up.thresholds.map((value, t) => slope(value, down.thresholds![t])) }),
  };
}
