import { invertPositiveDefinite } from '@goldpan/stats';
import { expectation, type Place } from './expectation.js';
import type { ItemWorkspace } from './item-workspace.js';
import { completeInformation, fillOuterScores, outerScores, type OuterParameters } from './outer-scores.js';
import type { PopulationPrior } from './population-prior.js';

/** Above so many systems what two abilities lose jointly is left out: memory and time are then O(S). */
const MOST_SYSTEMS = 250;

/** The covariance of the outer parameters. */
export interface OuterCovariance {
  /** Square and row-major, or only the diagonal. */
  readonly matrix: Float64Array;
  readonly logEvidence: number;
}

/**
 * The inverse of the observed information about abilities and population, the items integrated out: what the scores would
 * tell if the items were known, less what is lost because they are not (Louis, J. R. Stat. Soc. B 44, 1982).
 * O(N · nodes · S²).
 */
export function outerCovariance(
  work: ItemWorkspace,
  outer: OuterParameters,
  place: Place & { readonly prior: PopulationPrior },
): OuterCovariance {
  const { count } = outer;
  const full = outer.systems <= MOST_SYSTEMS;
  const lost = new Float64Array(full ? count * count : count);
  const scores = outerScores(outer, work.weights.length);
  const seen = expectation(work, place, () => {
    fillOuterScores(work, place.parameters, scores);
    const { columns, values } = scores;
    for (let q = 0; q < work.weights.length; q++) {
      const from = q * columns.length;
      for (let c = 0; c < scores.count; c++) {
        const weighed = work.weights[q] * values[from + c];
        const line = columns[c] * count;
        if (!full) lost[columns[c]] += weighed * values[from + c];
        else for (let d = 0; d <= c; d++) lost[line + columns[d]] += weighed * values[from + d];
      }
    }
  });
  const complete = completeInformation(outer, place.prior, seen);
  const information = lost.map((value) => -value);
  complete.forEach((value, c) => (information[full ? c * (count + 1) : c] += value));
  const inverse = full ? invertPositiveDefinite(information, count) : information.map((value) => 1 / value);
  // Far from a maximum the observed information need not be positive definite; the complete one is.
  const usable = inverse.every((value, c) => !(c % (full ? count + 1 : 1) === 0 && !(value > 0)));
  return {
    matrix: usable ? inverse : complete.map((value) => 1 / value),
    logEvidence: seen.logEvidence,
  };
}
