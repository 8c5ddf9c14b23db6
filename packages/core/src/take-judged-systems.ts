import type { JudgedData } from './estimator.js';
import type { ScoreMatrix } from './score-matrix.js';

/** Judged data of the systems that have a judgement, the places of these systems, and the names of the others. */
export interface JudgedSystems {
  readonly taken: JudgedData;
  readonly positions: Uint32Array;
  readonly unjudged: readonly string[];
}

/** Leaves out systems that nobody judged; the data itself where there are none. O(N·S·K). */
export function takeJudgedSystems(data: JudgedData): JudgedSystems {
  const { systems, judgements } = data;
  const has = new Uint8Array(systems.length);
  judgements.values.forEach((judgement, cell) => {
    if (!Number.isNaN(judgement)) has[cell % systems.length] = 1;
  });
  const positions = Uint32Array.from(systems.keys()).filter((system) => has[system] === 1);
  if (positions.length === systems.length) return { taken: data, positions, unjudged: [] };
  const take = (matrix: ScoreMatrix) => takeColumns(matrix, positions);
  const taken = {
    ...data,
    systems: Array.from(positions, (system) => systems[system]),
    judgements: take(judgements),
    metrics: data.metrics.map(({ name, scores }) => ({ name, scores: take(scores) })),
  };
  return { taken, positions, unjudged: systems.filter((_, system) => has[system] === 0) };
}

function takeColumns({ items, systems, values }: ScoreMatrix, positions: Uint32Array): ScoreMatrix {
  const width = positions.length;
  const taken = new Float64Array(items * width);
  for (let item = 0; item < items; item++)
    for (let column = 0; column < width; column++)
      taken[item * width + column] = values[item * systems + positions[column]];
  return { items, systems: width, values: taken };
}
