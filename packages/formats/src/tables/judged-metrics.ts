import { DEFAULT_TARGET, isHumanColumn, quoteList } from '@goldpan/core';
import type { Intake } from '../reading/intake.js';
import type { CellTable } from './cell-table.js';

/** Raters who say the same of fewer outputs may well agree. */
const ENOUGH_CELLS = 10;

const ADVICE = 'say which scores people gave with human=… (--format long-table --human NAMES)';

/** What the values of scores with raters show. */
interface Shown {
  readonly judged: readonly string[];
  /** Scores on which raters never differ. */
  readonly alike: readonly string[];
}

/**
 * Tells judgements of people from metrics among the scores of a table with a column of raters, and says what it took as what. A
 * score is a metric where several raters have it on 10 outputs or more and never differ; any other is what people said, and
 * becomes `human_NAME`, or `human` where it is the only one. Where the option `human` names scores, only these are. O(scores).
 */
export function judgedMetrics(cells: CellTable, human: readonly string[], intake: Intake): void {
  const { judged, alike } = shownBy(cells);
  const list = (names: readonly string[]) => quoteList(names);
  if (human.length > 0) {
    if (judged.length > 0)
      intake.guess(
        `raters give ${list(judged)} too, of which only the mean is kept, as a metric; ${ADVICE} to keep what each of them said`,
      );
    return;
  }
  for (const metric of alike) cells.unite(metric);
  const names = namesOf(judged, cells);
  for (const [metric, name] of names) cells.rename(metric, name);
  if (alike.length > 0)
    intake.guess(
      `${list(alike)}: taken for ${alike.length === 1 ? 'a metric' : 'metrics'}, since no two raters differ on ${alike.length === 1 ? 'it' : 'them'}; ${ADVICE}`,
    );
  if (names.size > 0)
    intake.guess(
      `${list([...names.keys()])}: taken for judgements of the raters, in ${names.size === 1 ? 'the column' : 'the columns'} ${list([...names.values()])}; ${ADVICE}`,
    );
}

function shownBy(cells: CellTable): Shown {
  const rated = cells.metrics.filter((metric) => !isHumanColumn(metric) && cells.annotators(metric).size > 0);
  const isAlike = (metric: string) => {
    const { shared, differ } = cells.sharedCells(metric);
    return differ === 0 && shared >= ENOUGH_CELLS;
  };
  return {
    judged: rated.filter((metric) => !isAlike(metric)),
    alike: rated.filter(isAlike),
  };
}

/** New names by metric, none of which is taken already. */
function namesOf(judged: readonly string[], cells: CellTable): Map<string, string> {
  const { metrics } = cells;
  const isOnly = judged.length === 1 && !metrics.some(isHumanColumn);
  const names = judged.map((metric): [string, string] => [
    metric,
    isOnly
      ? DEFAULT_TARGET
      : `${DEFAULT_TARGET}_${cells.isTurned(metric) ? metric.replace(/^neg-/, '') : metric}`,
  ]);
  return new Map(names.filter(([, name]) => !metrics.includes(name)));
}
