import { CellColumn } from './cell-column.js';
import { GiversOfItems } from './givers-of-items.js';
import type { PerAnnotator } from './per-annotator.js';

/** The scores of a table by system, then metric, then annotator or run, each in the order of its first score. */
export class CellColumns {
  readonly #bySystem = new Map<string, Map<string, PerAnnotator>>();
  readonly #givers = new Map<PerAnnotator, GiversOfItems>();
  #metrics = new Set<string>();

  get systems(): readonly string[] {
    return [...this.#bySystem.keys()];
  }

  get metrics(): readonly string[] {
    return [...this.#metrics];
  }

  /** The columns of a system by metric; it is added where it is new. */
  ofSystem(system: string): Map<string, PerAnnotator> {
    let metrics = this.#bySystem.get(system);
    if (metrics === undefined) this.#bySystem.set(system, (metrics = new Map()));
    return metrics;
  }

  of(system: string, metric: string): PerAnnotator | undefined {
    return this.#bySystem.get(system)?.get(metric);
  }

  /** The column of an annotator, which is added where it is new. */
  column(key: { system: string; metric: string; annotator?: string }): CellColumn {
    const { system, metric, annotator = '' } = key;
    const metrics = this.ofSystem(system);
    let byAnnotator = metrics.get(metric);
    if (byAnnotator === undefined) {
      metrics.set(metric, (byAnnotator = new Map()));
      this.#metrics.add(metric);
    }
    let column = byAnnotator.get(annotator);
    if (column === undefined) byAnnotator.set(annotator, (column = new CellColumn()));
    return column;
  }

  *perAnnotator(): Generator<{ metric: string; byAnnotator: PerAnnotator }> {
    for (const metrics of this.#bySystem.values())
      for (const [metric, byAnnotator] of metrics) yield { metric, byAnnotator };
  }

  /** Of every system. */
  ofMetric(metric: string): PerAnnotator[] {
    return [...this.#bySystem.values()].flatMap((metrics) => metrics.get(metric) ?? []);
  }

  /** Who gave the scores of an item, found once for all items: no score may be added afterwards. */
  givers(byAnnotator: PerAnnotator, items: number): GiversOfItems {
    let givers = this.#givers.get(byAnnotator);
    if (givers === undefined) this.#givers.set(byAnnotator, (givers = new GiversOfItems(byAnnotator, items)));
    return givers;
  }

  rename(metric: string, name: string): void {
    const named = (other: string) => (other === metric ? name : other);
    this.#metrics = new Set([...this.#metrics].map(named));
    for (const [system, metrics] of this.#bySystem)
      this.#bySystem.set(system, new Map([...metrics].map(([key, columns]) => [named(key), columns])));
  }

  /** Leaves one column of those of all annotators, with the first score of each item. */
  unite(metric: string): void {
    for (const metrics of this.#bySystem.values()) {
      const byAnnotator = metrics.get(metric);
      if (byAnnotator === undefined) continue;
      const united = new CellColumn();
      for (const column of byAnnotator.values())
        for (const item of column.items()) if (!united.has(item)) united.add(item, column.value(item));
      metrics.set(metric, new Map([['', united]]));
    }
  }
}
