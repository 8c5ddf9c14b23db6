/** How several ratings of one cell become one score. */
export type RatingRule = (typeof RATING_RULES)[number];

/**
 * - `mean`: the mean of the raters' ratings
 * - `z-mean`: the mean after each rater's ratings are standardised (minus the rater's mean, divided by the
 *   rater's sample standard deviation); the result is in standard deviations, not on the rating scale
 * - `median`: the median of the raters' ratings
 */
export const RATING_RULES = ['mean', 'z-mean', 'median'] as const;

/** One rule for all criteria, or a rule by the name of the criterion; undefined = none is named. */
export type RuleOf = RatingRule | ((criterion: string) => RatingRule | undefined);
