import { hasLevels, type Criterion, type Judgements, type RaterSummary } from '@goldpan/core';
import { median, pearson, sampleStandardDeviation, spearman } from '@goldpan/stats';
import { finiteOrNull } from '../finite-or-null.js';
import { levelOf } from './level-of.js';
import type { CriterionRatings } from './rating-tables.js';
import type { Severities } from './severities.js';

/** What is known of a rater before it is summed up. */
interface RaterRatings {
  /** Positions of the judgements, in the order in which they were given. */
  readonly own: number[];
  /** Of the shared cells: the own value, and the mean of the others, or for categories the share of them that say the same. */
  readonly shared: { readonly value: number; readonly others: number }[];
}

/** What each rater of a criterion did, in the order of the raters. O(judgements log judgements). */
export function raterSummaries(
  judgements: Judgements,
  criterion: Criterion,
  { ratings, severities }: { ratings: CriterionRatings; severities: Severities },
): RaterSummary[] {
  const byRater = ratingsByRater(judgements, ratings, criterion);
  return ratings.raters.map((rater) => {
    const { own, shared } = byRater.get(rater)!;
    const values = inOrder(judgements, own).map((j) => judgements.values[j]);
    const isNumber = criterion.scale.kind !== 'categories';
    const times = own.map((j) => judgements.seconds?.[j] ?? NaN).filter((time) => !Number.isNaN(time));
    return {
      name: judgements.raters[rater],
      criterion: criterion.name,
      judgements: own.length,
      shared: shared.length,
      ...(severities.get(rater) ?? { severity: null, severityInterval: null }),
      spread: isNumber && values.length > 1 ? sampleStandardDeviation(values) : null,
      agreement: agreementOf(shared, criterion),
      seconds: times.length === 0 ? null : median(times),
      repeated: repeatedShare(values),
    };
  });
}

function ratingsByRater(
  { rater, values }: Judgements,
  { raters, cells }: CriterionRatings,
  { scale }: Criterion,
): Map<number, RaterRatings> {
  const byRater = new Map(raters.map((name): [number, RaterRatings] => [name, { own: [], shared: [] }]));
  for (const { judgements: list } of cells) {
    const sum = list.reduce((total, j) => total + values[j], 0);
    for (const j of list) {
      const { own, shared } = byRater.get(rater[j])!;
      own.push(j);
      if (list.length < 2) continue;
      const same = () => list.reduce((count, other) => count + Number(values[other] === values[j]), -1);
      const others = scale.kind === 'categories' ? same() : sum - values[j];
      shared.push({ value: values[j], others: others / (list.length - 1) });
    }
  }
  return byRater;
}

function agreementOf(shared: RaterRatings['shared'], { scale }: Criterion): number | null {
  const others = shared.map((one) => one.others);
  if (scale.kind === 'categories')
    return finiteOrNull(others.reduce((sum, share) => sum + share, 0) / others.length);
  if (shared.length < 2) return null;
  const values = shared.map(({ value }) => value);
  return finiteOrNull(
    (levelOf(scale) === 'ordinal' || hasLevels(scale) ? spearman : pearson)(values, others),
  );
}

/** By time where all times are known, else as the data has them. */
function inOrder({ times }: Judgements, own: readonly number[]): readonly number[] {
  if (times === undefined || own.some((j) => Number.isNaN(times[j]))) return own;
  return own.toSorted((a, b) => times[a] - times[b] || a - b);
}

function repeatedShare(values: readonly number[]): number | null {
  if (values.length < 2) return null;
  const repeated = values.filter((value, at) => at > 0 && value === values[at - 1]).length;
  return repeated / (values.length - 1);
}
