import { COMPOSITE_METRIC, compositeOf } from './composite-of.js';
import { unknownMetric } from './errors.js';
import { isHumanColumn } from './human-column.js';
import type { ColumnView, Judgements } from './judgements/judgements.js';
import type { ScoreMatrix } from './score-matrix.js';

/** A column of texts or labels, one per item; undefined where the item has none. */
export type TextColumn = readonly (string | undefined)[];

/** Vectors of equal length, row-major: `values[row * dimensions + d]`. */
export interface VectorTable {
  readonly dimensions: number;
  readonly values: Float32Array | Float64Array;
}

/** Embeddings that came with the data. */
export interface Embeddings {
  /** One row per item. */
  readonly sources?: VectorTable;
  /** One row per cell, `item * systems + system`. */
  readonly outputs?: VectorTable;
}

/**
 * Items × systems under comparison, in columns. Immutable: nothing that receives a dataset may change it.
 *
 * Names of systems and metrics may be any string, `__proto__` included. Item order is the order of the input.
 */
export interface Dataset {
  /** Number of items, N. */
  readonly size: number;
  /** The S systems, in the order of the first item, later ones appended. */
  readonly systems: readonly string[];
  /** Every score column, targets included. */
  readonly metrics: readonly string[];
  /** One unique identifier per item. */
  readonly ids: readonly string[];
  /** Scores of a metric, N×S; of all automatic ones as one under the name `composite`. @throws UNKNOWN_METRIC */
  scores(metric: string): ScoreMatrix;
  /** The text a system produced for an item; the member is absent when the data has no outputs. */
  outputs?(item: number, system: number): string | undefined;
  readonly sources?: TextColumn;
  readonly references?: TextColumn;
  readonly documents?: TextColumn;
  readonly domains?: TextColumn;
  /** Further fields of the items, by name: those that were asked for when the dataset was made. */
  readonly columns?: ReadonlyMap<string, TextColumn>;
  /** What the data says judging each item costs; NaN = not given. */
  readonly costs?: Float64Array;
  readonly embeddings?: Embeddings;
  /** What single raters said; absent where the data has scores alone. */
  readonly judgements?: Judgements;
  /** The human score columns that show judgements, by name; absent where there are none. */
  readonly views?: ReadonlyMap<string, ColumnView>;
  /** Where an item came from, for messages: `"wmt.jsonl:13"`. */
  origin?(item: number): string;
}

/** A dataset as plain arrays: what crosses a worker boundary, shared buffers without a copy. */
export interface DatasetColumns {
  readonly ids: readonly string[];
  readonly systems: readonly string[];
  readonly metrics: readonly string[];
  /** One N×S array per metric, in the order of `metrics`. */
  readonly scores: readonly Float64Array[];
  /** One text per cell, `item * systems + system`. */
  readonly outputs?: TextColumn;
  readonly sources?: TextColumn;
  readonly references?: TextColumn;
  readonly documents?: TextColumn;
  readonly domains?: TextColumn;
  readonly columns?: ReadonlyMap<string, TextColumn>;
  readonly costs?: Float64Array;
  readonly embeddings?: Embeddings;
  readonly judgements?: Judgements;
  readonly views?: ReadonlyMap<string, ColumnView>;
  readonly origins?: readonly string[];
}

/** The dataset over given columns. The columns are used as they are, not copied: do not change them afterwards. O(metrics). */
export function datasetFromColumns(columns: DatasetColumns): Dataset {
  const { ids, systems, metrics, scores, outputs, origins, ...rest } = columns;
  const matrices = new Map(
    metrics.map((metric, m): [string, ScoreMatrix] => [
      metric,
      Object.freeze({ items: ids.length, systems: systems.length, values: scores[m] }),
    ]),
  );
  return Object.freeze({
    ...rest,
    size: ids.length,
    ids,
    systems,
    metrics,
    scores(metric: string): ScoreMatrix {
      const matrix = matrices.get(metric);
      if (matrix !== undefined) return matrix;
      const parts = scores.filter((_, m) => !isHumanColumn(metrics[m]));
      if (metric !== COMPOSITE_METRIC || parts.length === 0) throw unknownMetric(metric, metrics);
      const composite = Object.freeze(compositeOf(parts, { items: ids.length, systems: systems.length }));
      matrices.set(metric, composite);
      return composite;
    },
    ...(outputs && { outputs: (item: number, system: number) => outputs[item * systems.length + system] }),
    ...(origins && { origin: (item: number) => origins[item] }),
  });
}

/** The columns of any dataset, for sending it to a worker. O(N·S) where there are outputs, otherwise O(metrics). */
export function columnsOfDataset(dataset: Dataset): DatasetColumns {
  const { ids, systems, metrics, sources, references, documents, domains, costs, embeddings } = dataset;
  const columns = { ids, systems, metrics, sources, references, documents, domains, costs, embeddings };
  return {
    ...columns,
    ...(dataset.columns && { columns: dataset.columns }),
    ...(dataset.judgements && { judgements: dataset.judgements, views: dataset.views }),
    scores: metrics.map((metric) => dataset.scores(metric).values),
    ...(dataset.outputs && { outputs: everyCell(dataset, dataset.outputs.bind(dataset)) }),
    ...(dataset.origin && { origins: ids.map((_, item) => dataset.origin!(item)) }),
  };
}

function everyCell(
  dataset: Dataset,
  output: (item: number, system: number) => string | undefined,
): TextColumn {
  const systems = dataset.systems.length;
  return Array.from({ length: dataset.size * systems }, (_, cell) =>
    output(Math.floor(cell / systems), cell % systems),
  );
}
