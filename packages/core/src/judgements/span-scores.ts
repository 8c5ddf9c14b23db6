import { errorWeight, type ErrorWeight } from './error-weights.js';
import type { Judgements } from './judgements.js';

/**
 * The score of every judgement from the errors it marks: minus the sum of their weights, 0 where none is marked; NaN where an error has no
 * weight. Which judgements mark errors at all is for the criterion to say. O(judgements + spans).
 *
 * @returns shape (judgements), higher is better
 */
export function spanScores({ size, spans }: Judgements, weights: readonly ErrorWeight[]): Float64Array {
  const scores = new Float64Array(size);
  if (spans === undefined) return scores;
  const { starts, category, severity, categories, severities } = spans;
  // Few pairs of category and severity occur, so each is looked up once.
  const known = new Map<number, number>();
  for (let j = 0; j < size; j++) {
    let penalty = 0;
    for (let s = starts[j]; s < starts[j + 1]; s++) {
      const pair = category[s] * severities.length + severity[s];
      let weight = known.get(pair);
      if (weight === undefined) {
        const error = { category: categories[category[s]], severity: severities[severity[s]] };
        known.set(pair, (weight = errorWeight(error, weights) ?? NaN));
      }
      penalty += weight;
    }
    scores[j] = 0 - penalty;
  }
  return scores;
}
