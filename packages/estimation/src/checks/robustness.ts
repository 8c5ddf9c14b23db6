import {
  isGoldpanError,
  runEstimator,
  type EstimationOptions,
  type Estimator,
  type JudgedData,
} from '@goldpan/core';
import { invalidArgument } from '../errors.js';

/** What leaving out one group does to the order of two systems. */
export interface Robustness {
  /** Whether a stays on its side of b whichever group is left out. */
  readonly survives: boolean;
  /** Groups without which the order is turned round, tied or unknown, with the difference that is left (undefined = unknown). */
  readonly overturnedBy: readonly { readonly group: number; readonly difference: number | undefined }[];
  /** How many groups were left out in turn. */
  readonly checked: number;
}

/**
 * Whether the order of two systems survives leaving out any one item, document or rater: everything is estimated anew without it. The
 * cost of the estimator times the number of groups.
 *
 * @param question.groups - labels from 0, one per item (N) or per cell (N·S, such as the rater of each judgement); −1 = never left out
 * @throws INVALID_ARGUMENT, and what `runEstimator` throws on the whole data
 */
export function robustness(
  data: JudgedData,
  question: {
    readonly estimator: Estimator;
    readonly a: string;
    readonly b: string;
    readonly groups: Int32Array;
  },
  run: EstimationOptions = {},
): Robustness {
  const { estimator, a, b, groups } = question;
  const { values } = data.judgements;
  const systems = data.systems.length;
  if (groups.length !== values.length && groups.length !== values.length / systems)
    throw invalidArgument(
      'the groups of a check',
      `one label per item or per cell`,
      `${groups.length} labels`,
    );
  const labelOf = (cell: number) =>
    groups[groups.length === values.length ? cell : Math.floor(cell / systems)];
  const labels = new Set<number>();
  values.forEach((value, cell) => {
    if (!Number.isNaN(value) && labelOf(cell) >= 0) labels.add(labelOf(cell));
  });
  const without = (group: number) => values.map((value, cell) => (labelOf(cell) === group ? NaN : value));
  const order = Math.sign(differenceIn(data, { estimator, a, b }, run) ?? 0);
  const overturnedBy = [...labels]
    .map((group) => {
      const judgements = { ...data.judgements, values: without(group) };
      return { group, difference: differenceIn({ ...data, judgements }, { estimator, a, b }, run) };
    })
    .filter(({ difference }) => difference === undefined || Math.sign(difference) !== order);
  return { survives: overturnedBy.length === 0, overturnedBy, checked: labels.size };
}

/** θ̂_a − θ̂_b; undefined where what is left does not say. */
function differenceIn(
  data: JudgedData,
  { estimator, a, b }: { estimator: Estimator; a: string; b: string },
  run: EstimationOptions,
): number | undefined {
  try {
    const { systems, values } = runEstimator(estimator, data, run);
    const [first, second] = [systems.indexOf(a), systems.indexOf(b)];
    return first < 0 || second < 0 ? undefined : values[first] - values[second];
  } catch (error) {
    if (isGoldpanError(error)) return undefined;
    throw error;
  }
}
