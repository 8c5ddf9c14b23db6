import {
  judgementView,
  takeJudgementsWhere,
  type Dataset,
  type Judgements,
  type ScoreMatrix,
} from '@goldpan/core';
import { differenceFrom, type Pair } from '@goldpan/estimation';
import type { Estimated } from './estimated.js';

/** The difference of a pair without the judgements of one rater. */
export interface WithoutRater {
  readonly rater: string;
  /** Undefined where nothing compares the two then. */
  readonly without: number | undefined;
}

/** Scores and the means of the judgements behind them may differ by rounding. */
const ROUNDING = 1e-9;

/**
 * The difference of a pair without each rater in turn: scores are made anew from the judgements of the others, the weights of the metrics
 * are held. Undefined where fewer than two raters judged by the criterion, or where its scores are not those of the judgements.
 * O(raters·(judgements + N·S + n·S²)).
 */
export function differencesByRater(
  pair: Pair,
  { run, data, estimate, criterion }: Estimated,
): readonly WithoutRater[] | undefined {
  const found = viewOf(run.dataset, criterion);
  if (found === undefined) return undefined;
  const { judgements, position, view } = found;
  const raters = new Set(judgements.rater.filter((_, j) => judgements.criterion[j] === position));
  if (raters.size < 2 || !same(view(judgements), data.judgements)) return undefined;
  const width = estimate.systems.length;
  return [...raters].map((rater) => {
    const scores = view(takeJudgementsWhere(judgements, (j) => judgements.rater[j] !== rater)).values;
    const adjusted = estimate.adjusted.map((value, at) => {
      const cell =
        estimate.judged[Math.floor(at / width)] * data.systems.length + estimate.positions[at % width];
      return value + scores[cell] - data.judgements.values[cell];
    });
    return { rater: judgements.raters[rater], without: differenceFrom(estimate, pair, adjusted) };
  });
}

/** The judgements that a column shows, and how it shows them. */
function viewOf({ judgements, views, systems }: Dataset, column: string) {
  const shown = views?.get(column);
  if (judgements === undefined || shown === undefined || shown.rater !== undefined) return undefined;
  const position = judgements.criteria.findIndex(({ name }) => name === shown.criterion);
  const options = { criterion: position, rule: shown.rule, systems: systems.length };
  return { judgements, position, view: (some: Judgements) => judgementView(some, options)! };
}

function same({ values }: ScoreMatrix, scores: ScoreMatrix): boolean {
  return values.every((value, cell) => {
    const score = scores.values[cell];
    return Object.is(value, score) || Math.abs(value - score) <= ROUNDING * Math.max(1, Math.abs(score));
  });
}
