import { sharedFloats, type ScoreMatrix } from '../score-matrix.js';
import { combineRatings } from './combine-ratings.js';
import { isCopy } from './copies.js';
import { hasLevels } from './judgement-scale.js';
import type { Judgements } from './judgements.js';
import { raterScale, standardised, type RaterScale } from './rater-scale.js';
import type { RatingRule } from './rating-rule.js';

/** Which judgements are shown, and how several of a cell become one score. */
export interface ViewOptions {
  /** Position of the criterion. */
  readonly criterion: number;
  /** Default `mean`. */
  readonly rule?: RatingRule;
  /** Number of systems, S. */
  readonly systems: number;
}

/**
 * One score per cell from the judgements of a criterion, higher = better; NaN where a cell has none.
 *
 * Levels of an ordered scale count 1, 2, 3 …; scores of a criterion on which lower is better are negated. Undefined for
 * categories, which have no mean. O(judgements), for `median` times its logarithm.
 */
export function judgementView(
  judgements: Judgements,
  { criterion, rule = 'mean', systems }: ViewOptions,
): ScoreMatrix | undefined {
  const { scale } = judgements.criteria[criterion];
  if (scale.kind === 'categories') return undefined;
  const sign = scale.better === 'lower' ? -1 : 1;
  const first = hasLevels(scale) ? 1 : 0;
  const scales = rule === 'z-mean' ? raterScales(judgements, criterion) : undefined;
  const items = judgements.starts.length - 1;
  const values = sharedFloats(items * systems).fill(NaN);
  const ratings = Array.from({ length: systems }, (): number[] => []);
  for (let item = 0; item < items; item++) {
    for (let j = judgements.starts[item]; j < judgements.starts[item + 1]; j++) {
      if (judgements.criterion[j] !== criterion) continue;
      const value = judgements.values[j];
      const own = scales?.[judgements.rater[j]];
      ratings[judgements.systems[j]].push(own ? standardised(value, own) : value + first);
    }
    for (let system = 0; system < systems; system++) {
      const list = ratings[system];
      if (list.length === 0) continue;
      values[item * systems + system] = sign * combineRatings(list, rule);
      list.length = 0;
    }
  }
  return { items, systems, values };
}

/** Where the answers of each rater lie, over all items and systems of a criterion. */
function raterScales(
  { raters, rater, criterion: of, values, copyOf }: Judgements,
  criterion: number,
): RaterScale[] {
  const ratings = raters.map((): number[] => []);
  for (let j = 0; j < values.length; j++)
    if (of[j] === criterion && !isCopy(copyOf, j)) ratings[rater[j]].push(values[j]);
  return ratings.map(raterScale);
}
