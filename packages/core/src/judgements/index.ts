export { combineRatings } from './combine-ratings.js';
export { isOneOutput } from './check-copies.js';
export { givenRows, isCopy } from './copies.js';
export { criterionCells, type CriterionCell } from './criterion-cells.js';
export {
  ESA_WEIGHTS,
  errorWeight,
  errorWeightOf,
  isErrorWeight,
  MQM_WEIGHTS,
  type ErrorWeight,
} from './error-weights.js';
export type { JudgementFields } from './judgement-fields.js';
export type { ItemJudgements } from './judgement-checker.js';
export { declarationOf, hasLevels, type Better, type JudgementScale } from './judgement-scale.js';
export { judgementView, type ViewOptions } from './judgement-view.js';
export {
  columnOf,
  columnOfCriterion,
  criterionOfColumn,
  type ColumnView,
  type Criterion,
  type ErrorSpans,
  type Judgements,
} from './judgements.js';
export { raterScale, standardised, type RaterScale } from './rater-scale.js';
export { RATING_RULES, type RatingRule, type RuleOf } from './rating-rule.js';
export { repeatVariance, type RepeatVariance } from './repeat-variance.js';
export { spanScores } from './span-scores.js';
export { takeJudgementRows, takeJudgementsWhere } from './take-judgements.js';
export { readSeconds } from './read-seconds.js';
export { readTime } from './read-time.js';
export type { SpanFields } from './span-fields.js';
