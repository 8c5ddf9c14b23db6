import {
  combineRatings,
  isHumanColumn,
  raterScale,
  standardised,
  type RaterScale,
  type RatingRule,
} from '@goldpan/core';
import type { LoadedItem } from '../loaders/loader.js';
import { turnedRound, type ScoreName } from './score-names.js';
import { CellColumn, type JudgementDetails } from './cell-column.js';
import { judgementRecord } from './judgement-record.js';
import { isRun, nextRun, repeatedCells, repeatRecords, runName, type PerAnnotator } from './repeated-runs.js';

/** A place in the table. */
export interface CellKey {
  readonly system: string;
  readonly metric: string;
  /** Absent where scores have no annotators. */
  readonly annotator?: string;
  /** The number of a repeated run (an epoch), from 1; or the next one of the cell. Scores of several runs are averaged, and kept as judgements. */
  readonly repeat?: number | 'next';
}

/** How cells with several annotators are written. */
export interface CellTableOptions {
  readonly rule: RatingRule;
  /** Add one column per annotator, `METRIC_ANNOTATOR`; default false. */
  readonly keepAnnotators?: boolean;
  /** Metrics that are turned round; default none. */
  readonly lowerIsBetter?: readonly string[];
  /** Human metrics that are computed of judgements and are none themselves; default none. */
  readonly derived?: readonly string[];
}

interface TableItem {
  readonly id: string;
  readonly origin: string;
  readonly fields: Map<string, unknown>;
}

/**
 * Collects items whose cells come in any order, one by one, and gives them as items. Names are listed in the order in
 * which they first occur. Memory: 12 bytes per cell, plus the fields and outputs that are set.
 */
export class CellTable {
  readonly #options: CellTableOptions;
  readonly #nameOf: (metric: string) => ScoreName;
  readonly #items: TableItem[] = [];
  readonly #positions = new Map<string, number>();
  /** By system, then metric, then annotator. */
  readonly #columns = new Map<string, Map<string, PerAnnotator>>();
  readonly #outputs = new Map<string, string[]>();
  readonly #metrics = new Set<string>();

  constructor(options: CellTableOptions = { rule: 'mean' }) {
    this.#options = options;
    this.#nameOf = turnedRound(options.lowerIsBetter ?? []);
  }

  get size(): number {
    return this.#items.length;
  }

  /** The position of an item; it is added when it is new. */
  item(id: string, origin: string): number {
    let position = this.#positions.get(id);
    if (position === undefined) {
      position = this.#items.length;
      this.#positions.set(id, position);
      this.#items.push({ id, origin, fields: new Map() });
    }
    return position;
  }

  /** The position of an item that is there already. */
  positionOf(id: string): number | undefined {
    return this.#positions.get(id);
  }

  /** The value of a field of an item that is there already. */
  field(id: string, name: string): unknown {
    const position = this.#positions.get(id);
    return position === undefined ? undefined : this.#items[position].fields.get(name);
  }

  /** The output of a system, where it has one already. */
  outputOf(item: number, system: string): string | undefined {
    return this.#outputs.get(system)?.[item];
  }

  /** Sets a field of an item; false when it has another value already. */
  set(item: number, field: string, value: unknown): boolean {
    const { fields } = this.#items[item];
    if (fields.has(field)) return fields.get(field) === value;
    fields.set(field, value);
    return true;
  }

  /** Sets the output of a system; false when it has another one already. */
  output(item: number, system: string, text: string): boolean {
    this.#system(system);
    let texts = this.#outputs.get(system);
    if (texts === undefined) this.#outputs.set(system, (texts = []));
    if (texts[item] !== undefined) return texts[item] === text;
    texts[item] = text;
    return true;
  }

  /** Adds a score. Scores of the same cell and annotator are averaged. */
  add(item: number, key: CellKey, value: number, details?: JudgementDetails): void {
    const { metric, sign } = this.#nameOf(key.metric);
    const column = this.#column({ ...key, metric, annotator: this.#giver(item, { ...key, metric }) });
    column.add(item, sign * value);
    if (details !== undefined) column.describe(item, details);
  }

  /** The annotator, or the name of the run. */
  #giver(item: number, { system, metric, annotator, repeat }: CellKey): string | undefined {
    if (repeat === 'next') return nextRun(this.#columns.get(system)?.get(metric), item);
    return repeat === undefined ? annotator : runName(repeat);
  }

  has(item: number, { system, metric, annotator = '' }: CellKey): boolean {
    return this.#columns.get(system)?.get(this.#nameOf(metric).metric)?.get(annotator)?.has(item) ?? false;
  }

  /** Cells and annotators that have more than one score, from runs too. */
  get repeated(): number {
    let total = 0;
    for (const { column } of this.#everyColumn()) total += column.repeated;
    for (const metrics of this.#columns.values())
      for (const byAnnotator of metrics.values()) total += repeatedCells(byAnnotator, this.#items.length);
    return total;
  }

  /** How many annotators gave how many ratings of a metric. */
  annotators(metric: string): Map<string, number> {
    const ratings = new Map<string, number>();
    for (const { key, annotator, column } of this.#everyColumn()) {
      if (key !== metric || annotator === '' || isRun(annotator)) continue;
      let count = ratings.get(annotator) ?? 0;
      for (const _ of column.values()) count++;
      ratings.set(annotator, count);
    }
    return ratings;
  }

  get metrics(): readonly string[] {
    return [...this.#metrics];
  }

  /** The items, each with its scores combined by the rule, and the judgements they are made of. */
  *items(): Generator<LoadedItem> {
    const scales = this.#options.rule === 'z-mean' ? this.#scales() : undefined;
    const systems = [...this.#columns.keys()];
    for (let item = 0; item < this.#items.length; item++) {
      const { id, origin, fields } = this.#items[item];
      const outputs = systems.flatMap((system) => {
        const text = this.#outputs.get(system)?.[item];
        return text === undefined ? [] : [[system, text]];
      });
      const scores = systems.flatMap((system) => {
        const cells = this.#cells(item, system, scales);
        return cells.length === 0 ? [] : [[system, Object.fromEntries(cells)]];
      });
      const judgements = systems.flatMap((system) => this.#judgements(item, system));
      const record = {
        id,
        ...Object.fromEntries(fields),
        ...(outputs.length > 0 && { tgt: Object.fromEntries(outputs) }),
        ...(scores.length > 0 && { scores: Object.fromEntries(scores) }),
        ...(judgements.length > 0 && { judgements }),
      };
      yield { record, origin };
    }
  }

  #cells(item: number, system: string, scales?: Map<string, RaterScale>): [string, number][] {
    const cells: [string, number][] = [];
    for (const [metric, byAnnotator] of this.#columns.get(system)!) {
      const own: [string, number][] = [];
      const ratings: number[] = [];
      for (const [annotator, column] of byAnnotator) {
        if (!column.has(item)) continue;
        const value = column.value(item);
        const scale = annotator === '' ? undefined : scales?.get(`${metric}\u0000${annotator}`);
        ratings.push(scale ? standardised(value, scale) : value);
        if (this.#options.keepAnnotators && annotator !== '' && !isRun(annotator))
          own.push([`${metric}_${annotator}`, value]);
      }
      if (ratings.length > 0) cells.push([metric, combineRatings(ratings, this.#options.rule)], ...own);
    }
    return cells;
  }

  #judgements(item: number, system: string): object[] {
    const judgements: object[] = [];
    for (const [metric, byAnnotator] of this.#columns.get(system)!) {
      judgements.push(...repeatRecords(item, { system, metric, byAnnotator }));
      if (!isHumanColumn(metric) || this.#options.derived?.includes(metric)) continue;
      for (const [rater, column] of byAnnotator) {
        if (rater === '' || isRun(rater) || !column.has(item)) continue;
        const value = column.value(item);
        judgements.push(judgementRecord({ system, rater, metric, value }, column.details(item)));
      }
    }
    return judgements;
  }

  /** The scale of every annotator of every metric, over all systems and items. */
  #scales(): Map<string, RaterScale> {
    const columns = new Map<string, CellColumn[]>();
    for (const { key, annotator, column } of this.#everyColumn()) {
      const name = `${key}\u0000${annotator}`;
      columns.set(name, [...(columns.get(name) ?? []), column]);
    }
    const valuesOf = function* (list: readonly CellColumn[]) {
      for (const column of list) yield* column.values();
    };
    return new Map([...columns].map(([name, list]) => [name, raterScale(valuesOf(list))]));
  }

  *#everyColumn(): Generator<{ key: string; annotator: string; column: CellColumn }> {
    for (const metrics of this.#columns.values()) {
      for (const [key, byAnnotator] of metrics) {
        for (const [annotator, column] of byAnnotator) yield { key, annotator, column };
      }
    }
  }

  #system(system: string): Map<string, PerAnnotator> {
    let metrics = this.#columns.get(system);
    if (metrics === undefined) this.#columns.set(system, (metrics = new Map()));
    return metrics;
  }

  #column({ system, metric, annotator = '' }: CellKey): CellColumn {
    const metrics = this.#system(system);
    let byAnnotator = metrics.get(metric);
    if (byAnnotator === undefined) {
      metrics.set(metric, (byAnnotator = new Map()));
      this.#metrics.add(metric);
    }
    let column = byAnnotator.get(annotator);
    if (column === undefined) byAnnotator.set(annotator, (column = new CellColumn()));
    return column;
  }
}
