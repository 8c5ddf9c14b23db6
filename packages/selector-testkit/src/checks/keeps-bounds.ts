import { datasetFromItems, stream, type GroupBounds, type Item, type Rng } from '@goldpan/core';
import { forAll } from '../kit/for-all.js';
import type { SelectorCheck } from '../kit/selector-check.js';
import { fail, select } from '../kit/subject.js';

const MUST = 'choose exactly the budget within all bounds on groups, as its trait keepsBounds says';

/** Bounds are read off a random set of the asked size, so that there is a choice that keeps them. */
export const keepsBounds: SelectorCheck = {
  name: 'keeps bounds on groups, as it claims',
  appliesTo: ({ traits }) => traits.keepsBounds,
  hold: (subject) =>
    forAll(subject, MUST, async (shape) => {
      const rng = stream(shape.seed, 'testkit/bounds');
      const items = subject.setup
        .items(shape)
        .map((item) => ({ ...item, register: `register ${rng.integer(3)}` }));
      const budget = 1 + rng.integer(items.length);
      const some = rng.shuffle([...items.keys()]).slice(0, budget);
      const groups = boundsOf(items, some, rng, 'register');
      const perDocument = Math.max(...countsOf(items, some, 'doc').values());
      const constraints = { groups, maxPer: [{ column: 'doc', items: perDocument }] };
      const dataset = datasetFromItems(items, { columns: ['register'] });
      const { chosen } = await select(subject, dataset, { budget: { items: budget }, constraints });
      if (chosen!.length !== budget) fail(subject, MUST, `of ${budget} items it chose ${chosen!.length}`);
      for (const { column, group, min, max } of groups) {
        const count = countsOf(items, chosen!, column).get(group) ?? 0;
        const got = `it chose ${count} items with ${column} ${JSON.stringify(group)}`;
        if (count < min.items) fail(subject, MUST, `${got}, where the least is ${min.items}`);
        if (count > max.items) fail(subject, MUST, `${got}, where the most is ${max.items}`);
      }
      const most = Math.max(...countsOf(items, chosen!, 'doc').values());
      if (most > perDocument)
        fail(subject, MUST, `it chose ${most} items of a document, where the most is ${perDocument}`);
    }),
};

/** Bounds on every group of a column that some items keep; now and then with room on either side. */
function boundsOf(items: readonly Item[], some: readonly number[], rng: Rng, column: string) {
  const chosen = countsOf(items, some, column);
  return [...countsOf(items, [...items.keys()], column).keys()].map((group) => {
    const count = chosen.get(group) ?? 0;
    const [min, max] = [Math.max(0, count - rng.integer(2)), count + rng.integer(2)];
    return { column, group, min: { items: min }, max: { items: max } } satisfies GroupBounds;
  });
}

function countsOf(items: readonly Item[], some: ArrayLike<number>, column: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of Array.from(some)) {
    const group = String(items[item][column]);
    counts.set(group, (counts.get(group) ?? 0) + 1);
  }
  return counts;
}
