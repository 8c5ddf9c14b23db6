/** How several ratings of one cell become one score. */
export type RatingRule = (typeof RATING_RULES)[number];

/**
 * - `mean`: the mean of the annotators' ratings
 * - `z-mean`: the mean after each annotator's ratings are standardised (minus the annotator's mean, divided by the
 *   annotator's sample standard deviation); the result is in standard deviations, not on the rating scale
 * - `median`: the median of the annotators' ratings
 */
export const RATING_RULES = ['mean', 'z-mean', 'median'] as const;
