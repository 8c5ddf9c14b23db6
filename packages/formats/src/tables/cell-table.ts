import type { LoadedItem } from '../loaders/loader.js';
import { turnedRound, type ScoreName } from './score-names.js';
import type { JudgementDetails } from './cell-column.js';
import { CellColumns } from './cell-columns.js';
import type { CellTableOptions } from './cell-table-options.js';
import { CellScores } from './cell-scores.js';
import { TurnedScales } from './turned-scales.js';
import { isRun, nextRun, repeatedCells, runName } from './repeated-runs.js';

/** A place in the table. */
export interface CellKey {
  readonly system: string;
  readonly metric: string;
  /** Absent where scores have no annotators. */
  readonly annotator?: string;
  /** The number of a repeated run (an epoch), from 1; or the next one of the cell. Scores of several runs are averaged, and kept as judgements. */
  readonly repeat?: number | 'next';
  /** Whether lower is better: the score is turned round; what raters said stays as they said it, and its scale says so. Default false. */
  readonly turned?: boolean;
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
  readonly #columns = new CellColumns();
  readonly #outputs = new Map<string, string[]>();
  /** Metrics whose scores are turned round. */
  #turned = new Set<string>();

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
    this.#columns.ofSystem(system);
    let texts = this.#outputs.get(system);
    if (texts === undefined) this.#outputs.set(system, (texts = []));
    if (texts[item] !== undefined) return texts[item] === text;
    texts[item] = text;
    return true;
  }

  /** Adds a score. Scores of the same cell and annotator are averaged. */
  add(item: number, key: CellKey, value: number, details?: JudgementDetails): void {
    const { metric, sign } = this.#nameOf(key.metric);
    if (sign === -1 || key.turned) this.#turned.add(metric);
    const column = this.#columns.column({ ...key, metric, annotator: this.#giver(item, { ...key, metric }) });
    column.add(item, value);
    if (details !== undefined) column.describe(item, details);
  }

  /** The annotator, or the name of the run. */
  #giver(item: number, { system, metric, annotator, repeat }: CellKey): string | undefined {
    if (repeat === 'next') return nextRun(this.#columns.of(system, metric), item);
    return repeat === undefined ? annotator : runName(repeat);
  }

  /** Takes back what an annotator gave of a cell. */
  forget(item: number, { system, metric, annotator = '' }: CellKey): void {
    this.#columns.of(system, this.#nameOf(metric).metric)?.get(annotator)?.forget(item);
  }

  has(item: number, { system, metric, annotator = '' }: CellKey): boolean {
    return this.#columns.of(system, this.#nameOf(metric).metric)?.get(annotator)?.has(item) ?? false;
  }

  /** Cells and annotators that have more than one score, from runs too. */
  get repeated(): number {
    let total = 0;
    for (const { byAnnotator } of this.#columns.perAnnotator()) {
      for (const column of byAnnotator.values()) total += column.repeated;
      total += repeatedCells(byAnnotator, this.#items.length);
    }
    return total;
  }

  /** How many annotators gave how many ratings of a metric. */
  annotators(metric: string): Map<string, number> {
    const ratings = new Map<string, number>();
    for (const byAnnotator of this.#columns.ofMetric(metric)) {
      for (const [annotator, column] of byAnnotator) {
        if (annotator === '' || isRun(annotator)) continue;
        let count = ratings.get(annotator) ?? 0;
        for (const _ of column.values()) count++;
        ratings.set(annotator, count);
      }
    }
    return ratings;
  }

  /** How many cells of a metric several annotators rated, and on how many of these they differ. */
  sharedCells(metric: string): { shared: number; differ: number } {
    let [shared, differ] = [0, 0];
    for (const byAnnotator of this.#columns.ofMetric(metric)) {
      const givers = this.#columns.givers(byAnnotator, this.#items.length);
      for (let item = 0; item < this.#items.length; item++) {
        const given = givers.of(item);
        if (given.length < 2) continue;
        shared++;
        const first = given[0][1].value(item);
        if (given.some(([, column]) => column.value(item) !== first)) differ++;
      }
    }
    return { shared, differ };
  }

  get metrics(): readonly string[] {
    return this.#columns.metrics;
  }

  /** Whether lower is better as the metric was given. */
  isTurned(metric: string): boolean {
    return this.#turned.has(metric);
  }

  /** Calls a metric otherwise, by a name that no other has. */
  rename(metric: string, name: string): void {
    this.#columns.rename(metric, name);
    this.#turned = new Set([...this.#turned].map((other) => (other === metric ? name : other)));
  }

  /** Makes one score of those of all annotators: the first of each cell. */
  unite(metric: string): void {
    this.#columns.unite(metric);
  }

  /** The items, each with its scores combined by the rule, and the judgements they are made of. */
  *items(): Generator<LoadedItem> {
    const cells = new CellScores(this.#columns, this.#items.length, {
      ...this.#options,
      turned: this.#turned,
    });
    const scales = new TurnedScales(this.#turned);
    const systems = this.#columns.systems;
    for (let item = 0; item < this.#items.length; item++) {
      const { id, origin, fields } = this.#items[item];
      const outputs = systems.flatMap((system) => {
        const text = this.#outputs.get(system)?.[item];
        return text === undefined ? [] : [[system, text]];
      });
      const scores = systems.flatMap((system) => {
        const given = cells.scores(item, system);
        return given.length === 0 ? [] : [[system, Object.fromEntries(given)]];
      });
      const judgements = systems.flatMap((system) => cells.judgements(item, system));
      const record = {
        id,
        ...Object.fromEntries(fields),
        ...(outputs.length > 0 && { tgt: Object.fromEntries(outputs) }),
        ...(scores.length > 0 && { scores: Object.fromEntries(scores) }),
        ...scales.declare(judgements),
        ...(judgements.length > 0 && { judgements }),
      };
      yield { record, origin };
    }
  }
}
