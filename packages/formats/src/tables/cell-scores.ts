import { combineRatings, isHumanColumn, raterScale, standardised, type RaterScale } from '@goldpan/core';
import type { CellColumn } from './cell-column.js';
import type { CellColumns } from './cell-columns.js';
import type { CellTableOptions } from './cell-table-options.js';
import { judgementRecord } from './judgement-record.js';
import { isRun, repeatRecords } from './repeated-runs.js';

/** How scores are made of ratings. */
interface ScoreOptions extends CellTableOptions {
  /** Metrics on which lower is better: their scores are turned round. */
  readonly turned: ReadonlySet<string>;
}

/** The scores and judgements of the cells of a table that is read to its end. */
export class CellScores {
  readonly #columns: CellColumns;
  readonly #items: number;
  readonly #options: ScoreOptions;
  readonly #scales: Map<string, RaterScale> | undefined;

  constructor(columns: CellColumns, items: number, options: ScoreOptions) {
    this.#columns = columns;
    this.#items = items;
    this.#options = options;
    this.#scales = options.rule === 'z-mean' ? annotatorScales(columns) : undefined;
  }

  /** The scores by metric, each combined by the rule, and those of annotators where they are kept. */
  scores(item: number, system: string): [string, number][] {
    const cells: [string, number][] = [];
    for (const [metric, byAnnotator] of this.#columns.ofSystem(system)) {
      const scoreOf = this.#options.turned.has(metric) ? turned : (value: number) => value;
      const own: [string, number][] = [];
      const ratings: number[] = [];
      for (const [annotator, column] of this.#columns.givers(byAnnotator, this.#items).of(item)) {
        const value = column.value(item);
        const scale = annotator === '' ? undefined : this.#scales?.get(`${metric}\u0000${annotator}`);
        ratings.push(scale ? standardised(value, scale) : value);
        if (this.#options.keepAnnotators && annotator !== '' && !isRun(annotator))
          own.push([`${metric}_${annotator}`, scoreOf(value)]);
      }
      if (ratings.length > 0)
        cells.push([metric, scoreOf(combineRatings(ratings, this.#options.rule))], ...own);
    }
    return cells;
  }

  /** What the scores of people are made of, and repeated runs. */
  judgements(item: number, system: string): object[] {
    const judgements: object[] = [];
    for (const [metric, byAnnotator] of this.#columns.ofSystem(system)) {
      const givers = this.#columns.givers(byAnnotator, this.#items).of(item);
      const scoreOf = this.#options.turned.has(metric) ? turned : undefined;
      judgements.push(...repeatRecords(item, { system, metric, givers, scoreOf }));
      if (!isHumanColumn(metric) || this.#options.derived?.includes(metric)) continue;
      for (const [rater, column] of givers) {
        if (rater === '' || isRun(rater)) continue;
        const value = column.value(item);
        judgements.push(judgementRecord({ system, rater, metric, value }, column.details(item)));
      }
    }
    return judgements;
  }
}

/** Higher is better, and 0 stays 0. */
function turned(value: number): number {
  return 0 - value;
}

/** The scale of every annotator of every metric, over all systems and items. */
function annotatorScales(cells: CellColumns): Map<string, RaterScale> {
  const columns = new Map<string, CellColumn[]>();
  for (const { metric, byAnnotator } of cells.perAnnotator()) {
    for (const [annotator, column] of byAnnotator) {
      const name = `${metric}\u0000${annotator}`;
      const known = columns.get(name);
      if (known === undefined) columns.set(name, [column]);
      else known.push(column);
    }
  }
  const valuesOf = function* (list: readonly CellColumn[]) {
    for (const column of list) yield* column.values();
  };
  return new Map([...columns].map(([name, list]) => [name, raterScale(valuesOf(list))]));
}
