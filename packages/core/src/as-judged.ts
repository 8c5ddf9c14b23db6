import { columnsOfDataset, datasetFromColumns, type Dataset } from './dataset.js';
import { isHumanColumn } from './human-column.js';
import { sameOutputs } from './same-outputs.js';
import { sharedFloats } from './score-matrix.js';

/**
 * The data as its judgements will see it: identical outputs of an item get one judgement, and so one score of each automatic metric, the mean
 * of theirs that are there. What a metric sees between two of them is noise, or the text around them, which nobody will judge; it
 * must not make an item look worth judging. Columns of people stay as they are.
 *
 * @returns the data itself where it has no outputs, or where identical ones score alike
 * @remarks O(characters + N·S·metrics).
 */
export function asJudged(dataset: Dataset): Dataset {
  const groups = repeatedOutputs(dataset);
  if (groups.length === 0) return dataset;
  let isChanged = false;
  const scores = dataset.metrics.map((metric) => {
    const { values } = dataset.scores(metric);
    const differing = isHumanColumn(metric) ? [] : groups.filter((cells) => differ(values, cells));
    if (differing.length === 0) return values;
    isChanged = true;
    const shared = sharedFloats(values.length);
    shared.set(values);
    for (const cells of differing) share(shared, cells);
    return shared;
  });
  return isChanged ? datasetFromColumns({ ...columnsOfDataset(dataset), scores }) : dataset;
}

/** The cells of each output that several systems gave of an item. */
function repeatedOutputs(dataset: Dataset): number[][] {
  const groups: number[][] = [];
  for (let item = 0; item < dataset.size; item++) {
    const same = sameOutputs(dataset, item);
    if (same.every((first, system) => first === system || first < 0)) continue;
    const cells = Array.from(same, (): number[] => []);
    same.forEach((first, system) => first >= 0 && cells[first].push(item * same.length + system));
    groups.push(...cells.filter(({ length }) => length > 1));
  }
  return groups;
}

function differ(values: Float64Array, [first, ...others]: readonly number[]): boolean {
  return others.some((cell) => !Object.is(values[cell], values[first]));
}

/** Gives cells the mean of their scores; those without one stay so, as nobody knows why they lack it. */
function share(values: Float64Array, cells: readonly number[]): void {
  const present = cells.filter((cell) => values[cell] === values[cell]);
  const sum = present.reduce((total, cell) => total + values[cell], 0);
  for (const cell of present) values[cell] = sum / present.length;
}
