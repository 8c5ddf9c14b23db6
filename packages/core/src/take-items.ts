import type { Dataset, Embeddings, TextColumn, VectorTable } from './dataset.js';
import { takeJudgedItems } from './judgements/take-judgements.js';
import { requireIndices } from './require-indices.js';
import { sharedFloats, type ScoreMatrix } from './score-matrix.js';

/**
 * The dataset of some of the items, in the given order. An index may occur more than once (a bootstrap replicate); ids
 * are then no longer unique. Score columns are copied when first asked for. O(items) at the call, O(items·S) per metric used.
 *
 * @throws INDEX_OUT_OF_RANGE
 */
export function takeItems(dataset: Dataset, items: ArrayLike<number>): Dataset {
  requireIndices('item', items, dataset.size);
  const rows = Uint32Array.from(items);
  const column = <T>(values: readonly T[]) => Array.from(rows, (item) => values[item]);
  const texts = (values: TextColumn | undefined) => values && column(values);
  const matrices = new Map<string, ScoreMatrix>();
  const scores = (metric: string) => {
    let matrix = matrices.get(metric);
    if (matrix === undefined) matrices.set(metric, (matrix = takeRows(dataset.scores(metric), rows)));
    return matrix;
  };
  return Object.freeze({
    size: rows.length,
    systems: dataset.systems,
    metrics: dataset.metrics,
    ids: column(dataset.ids),
    scores,
    sources: texts(dataset.sources),
    references: texts(dataset.references),
    documents: texts(dataset.documents),
    domains: texts(dataset.domains),
    ...(dataset.columns && {
      columns: new Map([...dataset.columns].map(([name, values]) => [name, column(values)])),
    }),
    ...(dataset.judgements && {
      judgements: takeJudgedItems(dataset.judgements, rows),
      views: dataset.views,
    }),
    costs: dataset.costs && Float64Array.from(rows, (item) => dataset.costs![item]),
    embeddings: dataset.embeddings && takeEmbeddings(dataset.embeddings, rows, dataset.systems.length),
    ...(dataset.outputs && {
      outputs: (item: number, system: number) => dataset.outputs!(rows[item], system),
    }),
    ...(dataset.origin && { origin: (item: number) => dataset.origin!(rows[item]) }),
  });
}

function takeRows(matrix: ScoreMatrix, rows: Uint32Array): ScoreMatrix {
  const { systems, values } = matrix;
  const taken = sharedFloats(rows.length * systems);
  for (let row = 0, to = 0; row < rows.length; row++) {
    const from = rows[row] * systems;
    for (let system = 0; system < systems; system++) taken[to++] = values[from + system];
  }
  return { items: rows.length, systems, values: taken };
}

function takeEmbeddings(embeddings: Embeddings, rows: Uint32Array, systems: number): Embeddings {
  return {
    sources: embeddings.sources && takeVectors(embeddings.sources, rows, 1),
    outputs: embeddings.outputs && takeVectors(embeddings.outputs, rows, systems),
  };
}

/** Takes the vectors of some items, each item having `perItem` consecutive vectors. */
function takeVectors(table: VectorTable, rows: Uint32Array, perItem: number): VectorTable {
  const width = table.dimensions * perItem;
  const values =
    table.values instanceof Float32Array
      ? new Float32Array(rows.length * width)
      : new Float64Array(rows.length * width);
  rows.forEach((item, row) =>
    values.set(table.values.subarray(item * width, (item + 1) * width), row * width),
  );
  return { dimensions: table.dimensions, values };
}
