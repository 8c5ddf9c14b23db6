import {
  runEstimator,
  type Estimate,
  type Estimator,
  type JudgedData,
  type ScoreMatrix,
  type SubsetEstimate,
  type SubsetReader,
  type SubsetReading,
} from '@goldpan/core';
import { allPairs, pairDegrees, pairDifference, pairError, type Pair } from '../pair.js';
import { upperTail } from './differences.js';
import { predictedFullTest } from './full-test.js';

/**
 * Reads subsets by an estimator: what measures of a subset compare with the full data are then its estimates (`shrunk`), the
 * p-values that it predicts for a test on all items (`predictedFullTest`), and for clusters its own one-sided tests (Student's t).
 *
 * @param data - all N items, judged in full but for cells that are missing; a subset is read as if only its items were judged.
 * Documents and inclusion probabilities are not looked at: items count alike.
 * @returns for `fullData(…, { reading })` of @goldpan/evaluation
 * @remarks What the metrics alone decide is computed once per population, O(N·S·K); a size costs what the estimator costs.
 */
export function subsetReading(estimator: Estimator, data: JudgedData, seed = 0): SubsetReading {
  const { systems, judgements, metrics } = data;
  return (rows) => {
    const taken = {
      systems,
      judgements: takeRows(judgements, rows),
      metrics: metrics.map(({ name, scores }) => ({ name, scores: takeRows(scores, rows) })),
    };
    return new EstimateReader(taken, (judged) => runEstimator(estimator, judged, { seed }));
  };
}

class EstimateReader implements SubsetReader {
  readonly #data: JudgedData;
  readonly #run: (data: JudgedData) => Estimate;
  readonly #judged: Float64Array;
  #places: Uint32Array = new Uint32Array(0);
  #size = 0;

  constructor(data: JudgedData, run: (data: JudgedData) => Estimate) {
    this.#data = data;
    this.#run = run;
    this.#judged = new Float64Array(data.judgements.values.length);
  }

  start(places: Uint32Array): void {
    this.#places = places;
    this.#size = 0;
    this.#judged.fill(NaN);
  }

  at(size: number): SubsetEstimate {
    const { metrics } = this.#data;
    const { systems, values } = this.#data.judgements;
    for (; this.#size < size; this.#size++) {
      const first = this.#places[this.#size] * systems;
      this.#judged.set(values.subarray(first, first + systems), first);
    }
    const judgements = { ...this.#data.judgements, values: this.#judged };
    const estimate = this.#run({ ...this.#data, judgements });
    const sameMetrics = (pair: Pair) =>
      metrics.every(({ scores }) => sameScores(scores.values, systems, pair));
    return subsetEstimate(estimate, takeRows(judgements, estimate.judged).values, sameMetrics);
  }
}

/** What an estimate says, for measures of subsets. `judgements` are those of the judged items. */
function subsetEstimate(
  estimate: Estimate,
  judgements: Float64Array,
  sameMetrics: (pair: Pair) => boolean,
): SubsetEstimate {
  const tied = (pair: Pair) => sameScores(judgements, estimate.systems.length, pair);
  // Systems that tie on the few items judged need not be twins: their metrics must be the same, too.
  const twins = (pair: Pair) => tied(pair) && sameMetrics(pair);
  return {
    means: estimate.shrunk,
    fullTest: () =>
      Float64Array.from(allPairs(estimate.systems.length), (pair) => {
        if (!tied(pair)) return predictedFullTest(estimate, judgements, pair);
        // A test by sign flips gives 1 for twins; a tie of others tells nothing of how much they differ elsewhere.
        return sameMetrics(pair) ? 1 : 0.5;
      }),
    pValue(lower, upper) {
      const pair = { a: upper, b: lower };
      const difference = pairDifference(estimate.values, pair);
      return twins(pair) ? 1 : upperTail(difference, pairError(estimate, pair), pairDegrees(estimate, pair));
    },
    identical: (a, b) => twins({ a, b }),
  };
}

/** Whether two columns of a matrix are the same. O(rows), less where they differ early. */
function sameScores(values: Float64Array, systems: number, { a, b }: Pair): boolean {
  for (let row = 0; row < values.length; row += systems)
    if (!Object.is(values[row + a], values[row + b])) return false;
  return true;
}

function takeRows({ systems, values }: ScoreMatrix, rows: Uint32Array): ScoreMatrix {
  const taken = new Float64Array(rows.length * systems);
  rows.forEach((row, i) => taken.set(values.subarray(row * systems, (row + 1) * systems), i * systems));
  return { items: rows.length, systems, values: taken };
}
