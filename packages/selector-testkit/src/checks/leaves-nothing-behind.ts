import { difference } from '../kit/difference.js';
import { forAll } from '../kit/for-all.js';
import type { SelectorCheck } from '../kit/selector-check.js';
import { fail, select } from '../kit/subject.js';

/** A selector that has seen other data answers like a fresh one. */
export const leavesNothingBehind: SelectorCheck = {
  name: 'keeps nothing between calls',
  hold: (subject) =>
    forAll(subject, 'keep nothing between calls', async (shape) => {
      const { items } = subject.setup;
      const before = await select(subject, items(shape));
      // Other data of the same shape, and of another.
      await select(subject, items({ ...shape, seed: shape.seed + 10_000 }));
      await select(subject, items({ ...shape, items: shape.items + 3, seed: shape.seed + 20_000 }));
      const differs = difference(before, await select(subject, items(shape)));
      if (differs) fail(subject, 'keep nothing between calls', `after runs on other data ${differs}`);
    }),
};
