import type { Dataset, ScoreMatrix, Warning } from '@goldpan/core';

/** A subset of the full data. */
export interface Subset {
  /** What to call it. */
  readonly name: string;
  readonly dataset: Dataset;
  /** The position in the full data of each of its items, in its order. */
  readonly ranking: Uint32Array;
}

/** The scores that a subset is measured with. */
export interface SubsetScores {
  /** Shape of the full data; `undefined` where the subset has no scores but those of the full data. */
  readonly measured?: ScoreMatrix;
  readonly warnings: readonly Warning[];
}

/**
 * The scores of the full data with those that the subset's own file has in their place: a file of judged items brings its
 * judgements. Cells that it lacks keep the scores of the full data; systems that the full data lacks do not count. O(N·S).
 *
 * @param column - the score column that subsets are measured with
 */
export function subsetScores(full: Dataset, subset: Subset, column: string): SubsetScores {
  const { dataset, ranking, name } = subset;
  if (!dataset.metrics.includes(column)) return { warnings: [] };
  const before = full.scores(column);
  const own = dataset.scores(column).values;
  const values = before.values.slice();
  const changed: string[] = [];
  let taken = 0;
  full.systems.forEach((system, s) => {
    const at = dataset.systems.indexOf(system);
    if (at < 0) return;
    ranking.forEach((position, item) => {
      const score = own[item * dataset.systems.length + at];
      const cell = position * full.systems.length + s;
      if (Number.isNaN(score) || score === values[cell]) return;
      taken++;
      const known = !Number.isNaN(values[cell]);
      if (known) changed.push(`${full.ids[position]}, ${system}: ${values[cell]} there, ${score} here`);
      values[cell] = score;
    });
  });
  return {
    ...(taken > 0 && { measured: { ...before, values } }),
    warnings: [...differences(name, column, changed), ...strangers(full, subset)],
  };
}

function differences(name: string, column: string, changed: readonly string[]): Warning[] {
  if (changed.length === 0) return [];
  const many = changed.length === 1 ? '1 score' : `${changed.length} scores`;
  return [
    {
      code: 'SCORES_DIFFER',
      text: `${name} has ${many} of ${column} that differ from the full data (first: ${changed[0]}). It is measured with its own; the full result keeps those of the full data.`,
    },
  ];
}

function strangers({ systems }: Dataset, { name, dataset }: Subset): Warning[] {
  const unknown = dataset.systems.filter((system) => !systems.includes(system));
  if (unknown.length === 0) return [];
  return [
    {
      code: 'UNKNOWN_SYSTEMS',
      text: `${name} has systems that the full data lacks, and they do not count: ${unknown.slice(0, 5).join(', ')}${unknown.length > 5 ? ', …' : ''}.`,
    },
  ];
}
