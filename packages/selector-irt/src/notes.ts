import { quoteList, type Dataset } from '@goldpan/core';
import type { IrtModelName } from './irt-model.js';
import type { Responses } from './kernels/expectation.js';

/** What the notes are about. */
export interface Noted {
  readonly dataset: Dataset;
  readonly responses: Responses;
  readonly model: IrtModelName;
  readonly converged: boolean;
  readonly passes: number;
}

/** With fewer systems than this, single items are known mostly by what all items have in common. */
const FEW_SYSTEMS = 5;

/** What a reader of the fit should know: where the scores alone do not determine an estimate, and whether the search ended. */
export function notesOn({ dataset, responses, model, converged, passes }: Noted): string[] {
  const { items, systems, values } = responses;
  const ofItem = spans(items, systems, (item, system) => values[item * systems + system]);
  const ofSystem = spans(systems, items, (system, item) => values[item * systems + system]);
  const constant = ofItem.filter(({ low, high }) => low === high).map(({ index }) => dataset.ids[index]);
  const unseen = ofItem.filter(({ low }) => low === Infinity).map(({ index }) => dataset.ids[index]);
  const absent = ofSystem.filter(({ low }) => low === Infinity).map(({ index }) => dataset.systems[index]);
  const uniform = ofSystem.filter(({ low, high }) => low === high && /^[1-4]pl$/.test(model));
  const notes = [
    constant.length > 0 &&
      `all systems score the same on ${constant.length} of ${items} items, whose parameters rest on the prior: ${quoteList(constant)}`,
    unseen.length > 0 &&
      `${unseen.length} of ${items} items have no score and are known by the prior only: ${quoteList(unseen)}`,
    absent.length > 0 && `systems without a score, whose ability is unknown: ${quoteList(absent)}`,
    uniform.length > 0 &&
      `systems that are right, or wrong, on every item, whose ability is held by the prior: ${quoteList(uniform.map(({ index }) => dataset.systems[index]))}`,
    systems < FEW_SYSTEMS &&
      `with ${systems} systems, discriminations are known mostly by what the items have in common: mind the standard errors`,
    !converged &&
      `the search did not come to rest in ${passes} passes: raise "most-passes", or choose a simpler model`,
  ];
  return notes.filter((note) => note !== false);
}

/** The lowest and the highest score of every row; infinite where it has none. */
function spans(rows: number, columns: number, scoreAt: (row: number, column: number) => number) {
  return Array.from({ length: rows }, (_, index) => {
    let low = Infinity;
    let high = -Infinity;
    for (let column = 0; column < columns; column++) {
      const score = scoreAt(index, column);
      if (score < low) low = score;
      if (score > high) high = score;
    }
    return { index, low, high };
  });
}
