import { FeatureReader } from './feature-reader.js';
import { featureColumns, type FeatureSpec, type FeatureStatistics } from './feature-spec.js';

/** A matrix of mostly zeros, by rows: row r has `values[k]` in `columns[k]` for k from `starts[r]` to `starts[r + 1]`. */
export interface SparseRows {
  readonly rows: number;
  readonly width: number;
  readonly starts: Uint32Array;
  readonly columns: Uint32Array;
  readonly values: Float64Array;
}

/** The texts to turn into rows. */
export interface Texts {
  readonly sources: readonly string[];
  /** One per source where the spec asks for embeddings. */
  readonly embeddings?: readonly ArrayLike<number>[];
  /** They are the training sources themselves (see `TextContext`). */
  readonly own: boolean;
}

/** The features of texts as one matrix. O(total length). */
export function sparseRows(spec: FeatureSpec, statistics: FeatureStatistics, texts: Texts): SparseRows {
  const reader = new FeatureReader(spec, statistics);
  const starts = new Uint32Array(texts.sources.length + 1);
  let columns = new Uint32Array(1024);
  let values = new Float64Array(1024);
  texts.sources.forEach((source, row) => {
    reader.read(source, { own: texts.own, embedding: texts.embeddings?.[row] });
    const start = starts[row];
    const end = (starts[row + 1] = start + reader.size);
    if (end > columns.length) {
      columns = enlarged(columns, new Uint32Array(2 * end));
      values = enlarged(values, new Float64Array(2 * end));
    }
    columns.set(reader.columns.subarray(0, reader.size), start);
    values.set(reader.values.subarray(0, reader.size), start);
  });
  return { rows: texts.sources.length, width: featureColumns(spec), starts, columns, values };
}

/** Matrix times vector: one number per row. O(non-zeros). */
export function timesVector(matrix: SparseRows, vector: Float64Array): Float64Array {
  const { rows, starts, columns, values } = matrix;
  const product = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    let sum = 0;
    for (let k = starts[row]; k < starts[row + 1]; k++) sum += values[k] * vector[columns[k]];
    product[row] = sum;
  }
  return product;
}

/** Transposed matrix times vector: one number per column. O(non-zeros + columns). */
export function transposedTimesVector(matrix: SparseRows, vector: Float64Array): Float64Array {
  const { rows, width, starts, columns, values } = matrix;
  const product = new Float64Array(width);
  for (let row = 0; row < rows; row++) {
    const factor = vector[row];
    for (let k = starts[row]; k < starts[row + 1]; k++) product[columns[k]] += values[k] * factor;
  }
  return product;
}

function enlarged<T extends Uint32Array | Float64Array>(old: T, room: T): T {
  room.set(old as any);
  return room;
}
