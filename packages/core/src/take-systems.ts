import { columnsOfDataset, datasetFromColumns, type Dataset, type VectorTable } from './dataset.js';
import { takeJudgementsOf } from './judgements/take-judgements.js';
import { requireIndices } from './require-indices.js';
import { sharedFloats } from './score-matrix.js';

/**
 * The dataset of some of the systems, in the given order: scores, outputs and output embeddings of the others are left
 * out. O(N·S·metrics).
 *
 * @throws INDEX_OUT_OF_RANGE
 */
export function takeSystems(dataset: Dataset, systems: readonly number[]): Dataset {
  const from = dataset.systems.length;
  requireIndices('system', systems, from);
  const columns = columnsOfDataset(dataset);
  const cells = (item: number) => systems.map((system) => item * from + system);
  const everyCell = dataset.ids.flatMap((_, item) => cells(item));
  return datasetFromColumns({
    ...columns,
    systems: systems.map((system) => dataset.systems[system]),
    scores: columns.scores.map((values) => {
      const taken = sharedFloats(everyCell.length);
      everyCell.forEach((cell, to) => (taken[to] = values[cell]));
      return taken;
    }),
    ...(columns.judgements && {
      judgements: takeJudgementsOf(
        columns.judgements,
        systems,
        (item, system) => columns.outputs?.[item * from + system],
      ),
    }),
    outputs: columns.outputs && everyCell.map((cell) => columns.outputs![cell]),
    embeddings: columns.embeddings && {
      sources: columns.embeddings.sources,
      outputs: columns.embeddings.outputs && takeVectors(columns.embeddings.outputs, everyCell),
    },
  });
}

function takeVectors({ dimensions, values }: VectorTable, rows: readonly number[]): VectorTable {
  const taken =
    values instanceof Float32Array
      ? new Float32Array(rows.length * dimensions)
      : new Float64Array(rows.length * dimensions);
  rows.forEach((row, to) =>
    taken.set(values.subarray(row * dimensions, (row + 1) * dimensions), to * dimensions),
  );
  return { dimensions, values: taken };
}
