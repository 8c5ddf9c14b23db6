import { stream, type Selection } from '@goldpan/core';
import { forAll } from '../kit/for-all.js';
import type { SelectorCheck } from '../kit/selector-check.js';
import { fail, select } from '../kit/subject.js';

const MUST = 'permute its answer with the items';

/** Items in another order give the same answer in that order, up to ties and to the rounding of sums. */
export const permutesWithItems: SelectorCheck = {
  name: 'permutes its answer with the items',
  appliesTo: ({ traits }) => traits.deterministic,
  hold: (subject) =>
    forAll(subject, MUST, async (shape) => {
      const items = subject.setup.items(shape);
      const order = stream(shape.seed, 'testkit/order').shuffle(items.map((_, item) => item));
      const first = await select(subject, items);
      const permuted = back(
        await select(
          subject,
          order.map((item) => items[item]),
        ),
        order,
      );
      const differs = firstDifference(first, permuted, subject.setup.tolerance);
      if (differs) fail(subject, MUST, `with the items in the order ${order.join(' ')}, ${differs}`);
    }),
};

/** A selection of permuted items in terms of the items as they were. */
function back(selection: Selection, order: readonly number[]): Selection {
  const items = (indices: Uint32Array) => indices.map((item) => order[item]);
  const numbers = (values: Float64Array | undefined) => {
    const moved = values?.slice();
    values?.forEach((value, at) => (moved![order[at]] = value));
    return moved;
  };
  return {
    ...selection,
    ranking: items(selection.ranking),
    chosen: selection.chosen && items(selection.chosen),
    utilities: numbers(selection.utilities),
    inclusion: numbers(selection.inclusion),
    weights: numbers(selection.weights),
  };
}

function firstDifference(a: Selection, b: Selection, tolerance: number): string | undefined {
  const near = (values: Float64Array) => {
    const scale = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    return (x: number, y: number) => x === y || Math.abs(x - y) <= tolerance * scale;
  };
  const numbers = (column: 'utilities' | 'inclusion' | 'weights') => {
    const [left, right] = [a[column], b[column]];
    if (!left || !right) return left === right ? undefined : `${column} were there only once`;
    const item = left.findIndex((value, i) => !near(left)(value, right[i]));
    return item < 0 ? undefined : `${column} of item ${item} were ${left[item]} and ${right[item]}`;
  };
  const isTie = (x: number, y: number) =>
    x === y || (!!a.utilities && near(a.utilities)(a.utilities[x], a.utilities[y]));
  const indices = (column: 'ranking' | 'chosen') => {
    const [left, right] = [a[column], b[column]];
    if (left?.length !== right?.length) return `${left?.length} and ${right?.length} items were chosen`;
    const rank = left?.findIndex((item, r) => !isTie(item, right![r])) ?? -1;
    return rank < 0
      ? undefined
      : `${column} had item ${left![rank]} and item ${right![rank]} at rank ${rank + 1}`;
  };
  return (
    numbers('utilities') ??
    indices('ranking') ??
    indices('chosen') ??
    (sameItems(a.chosen, b.chosen) ? (numbers('inclusion') ?? numbers('weights')) : undefined)
  );
}

/** Of tied items another one may be chosen; probabilities and weights then move with it. */
function sameItems(a: Uint32Array | undefined, b: Uint32Array | undefined): boolean {
  return a?.slice().sort().join() === b?.slice().sort().join();
}
