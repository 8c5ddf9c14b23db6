import { runEstimator, type Estimate, type Estimator, type JudgedData } from '@goldpan/core';
import { allPairs, predictedFullTest } from '@goldpan/estimation';
import { signFlipPValues } from '@goldpan/evaluation';
import { fullMeans } from './estimation-draw.js';
import { kendallTauA } from './kendall-tau-a.js';

/** Shares of the items at which plain means of random items set the mark, and at which others are looked for it. */
export const MARKS = [0.05, 0.1, 0.2, 0.3, 0.4, 0.5];
export const GRID = [0.02, 0.03, 0.04, ...MARKS, 0.07, 0.14, 0.65].sort((a, b) => a - b);

/** Higher is better in all of them. */
export const measures = ['SPA', 'Kendall', 'squared error'] as const;
export type Scores = Record<(typeof measures)[number], number>;

/** A fully judged test set and what all its judgements say. */
export interface Truth {
  readonly data: JudgedData;
  readonly means: Float64Array;
  /** One-sided sign-flip p-values, systems × systems. */
  readonly pValues: Float64Array;
}

export function truthOf(data: JudgedData): Truth {
  return { data, means: fullMeans(data), pValues: signFlipPValues(data.judgements, { permutations: 4000 }) };
}

/** Which items are judged, and with which probability they were drawn. */
export interface Sample {
  readonly items: ArrayLike<number>;
  readonly inclusion?: Float64Array;
}

/** What an estimator says of all items from some. */
export function estimateFrom(
  { data }: Truth,
  { items, inclusion }: Sample,
  { estimator, seed }: { estimator: Estimator; seed: number },
): Estimate {
  return runEstimator(
    estimator,
    { ...data, ...(inclusion && { inclusion }), judgements: judgedRows(data, items) },
    { seed },
  );
}

function judgedRows({ judgements }: JudgedData, chosen: ArrayLike<number>): JudgedData['judgements'] {
  const { systems } = judgements;
  const values = new Float64Array(judgements.values.length).fill(NaN);
  for (const item of Array.from(chosen))
    values.set(judgements.values.subarray(item * systems, (item + 1) * systems), item * systems);
  return { ...judgements, values };
}

/** The judgements of the judged items alone, in the order of the data, row by row. */
export function rowsOf({ data }: Truth, { items }: Sample): Float64Array {
  return judgedRows(data, items).values.filter((value) => !Number.isNaN(value));
}

/** How well an estimate agrees with what all judgements say; p-values are those that are predicted for the full test. */
export function scoresOf(estimate: Estimate, rows: Float64Array, { means, pValues }: Truth): Scores {
  const pairs = allPairs(means.length);
  let distance = 0;
  let squares = 0;
  for (const { a, b } of pairs) {
    distance += Math.abs(predictedFullTest(estimate, rows, { a, b }) - pValues[a * means.length + b]);
    squares += (estimate.shrunk[a] - estimate.shrunk[b] - means[a] + means[b]) ** 2;
  }
  return {
    SPA: 1 - distance / pairs.length,
    Kendall: kendallTauA(estimate.shrunk, means),
    'squared error': -squares / pairs.length,
  };
}

/** The sizes of the grid in items of a test set. */
export function gridSizes(items: number): number[] {
  return GRID.map((share) => Math.max(3, Math.round(share * items)));
}

/**
 * Items needed to reach the marks of plain means, as a share of what plain means need, averaged over the marks.
 *
 * @param sizes - of the grid
 * @param curve - mean score at each size
 * @param plain - that of plain means of random items
 */
export function shareOfItems(
  sizes: readonly number[],
  curve: readonly number[],
  plain: readonly number[],
): number {
  const shares = sharesAtMarks({ sizes, spent: sizes }, curve, plain);
  return shares.reduce((sum, share) => sum + share, 0) / shares.length;
}

/**
 * What is needed to reach each of the marks of plain means, as a share of the items that plain means need.
 *
 * @param spent - what a curve spends at each size of the grid: items, or judgements as so many whole items
 */
export function sharesAtMarks(
  { sizes, spent }: { sizes: readonly number[]; spent: readonly number[] },
  curve: readonly number[],
  plain: readonly number[],
): number[] {
  const last = sizes.length - 1;
  return MARKS.map((mark) => {
    const goal = plain[GRID.indexOf(mark)];
    const at = curve.findIndex((score) => score >= goal);
    const needed =
      at < 0
        ? spent[last]
        : at === 0
          ? spent[0]
          : spent[at - 1] +
            ((goal - curve[at - 1]) / (curve[at] - curve[at - 1])) * (spent[at] - spent[at - 1]);
    return needed / sizes[GRID.indexOf(mark)];
  });
}
