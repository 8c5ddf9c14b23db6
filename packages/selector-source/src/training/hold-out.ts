import { centreWithin, ridgePath, type LinearMap } from '@goldpan/stats';
import { fitFeatures } from '../features/fit-features.js';
import type { FeatureSpec } from '../features/feature-spec.js';
import { sparseRows, timesVector, transposedTimesVector, type SparseRows } from '../features/sparse-rows.js';
import type { Folds } from './assign-folds.js';
import type { Examples } from './examples.js';

/** Weights of one model per penalty, and the statistics of the sources they belong to. */
export function fitModels(
  spec: FeatureSpec,
  examples: Pick<Examples, 'sources' | 'embeddings' | 'targets' | 'sets'>,
  penalties: readonly number[],
) {
  const { sources, embeddings, sets } = examples;
  const statistics = fitFeatures(spec, sources);
  const matrix = sparseRows(spec, statistics, { sources, embeddings, own: true });
  const targets = centreWithin(sets, examples.targets.slice());
  return { statistics, weights: ridgePath({ matrix: asLinearMap(matrix), targets, sets }, penalties) };
}

function asLinearMap(matrix: SparseRows): LinearMap {
  return {
    rows: matrix.rows,
    columns: matrix.width,
    times: (vector) => timesVector(matrix, vector),
    transposedTimes: (vector) => transposedTimesVector(matrix, vector),
  };
}

/**
 * Predicts every item by models that saw nothing of its fold: neither its utility nor its words.
 *
 * @param progress - told how many folds are done, and waited for
 * @returns per penalty, a prediction for each item
 */
export async function predictHeldOut(
  spec: FeatureSpec,
  examples: Examples,
  {
    folds,
    penalties,
    progress,
  }: { folds: Folds; penalties: readonly number[]; progress?: (done: number) => unknown },
): Promise<Float64Array[]> {
  const predictions = penalties.map(() => new Float64Array(examples.sources.length));
  for (let fold = 0; fold < folds.count; fold++) {
    const held: number[] = [];
    const kept: number[] = [];
    folds.folds.forEach((f, item) => (f === fold ? held : kept).push(item));
    const { statistics, weights } = fitModels(spec, take(examples, kept), penalties);
    const { sources, embeddings } = take(examples, held);
    const matrix = sparseRows(spec, statistics, { sources, embeddings, own: false });
    weights.forEach((w, p) =>
      timesVector(matrix, w).forEach((prediction, i) => (predictions[p][held[i]] = prediction)),
    );
    await progress?.(fold + 1);
  }
  return predictions;
}

function take(examples: Examples, items: readonly number[]) {
  const { sources, embeddings, targets, sets } = examples;
  return {
    sources: items.map((item) => sources[item]),
    embeddings: embeddings && items.map((item) => embeddings[item]),
    targets: Float64Array.from(items, (item) => targets[item]),
    sets: Uint32Array.from(items, (item) => sets[item]),
  };
}
