import { difference } from '../kit/difference.js';
import { forAll } from '../kit/for-all.js';
import type { SelectorCheck } from '../kit/selector-check.js';
import { fail, select } from '../kit/subject.js';

/** The same items, options and seed give the same bytes. */
export const repeatsItself: SelectorCheck = {
  name: 'gives the same bytes for the same seed',
  hold: (subject) =>
    forAll(subject, 'give the same bytes for the same seed', async (shape) => {
      const items = subject.setup.items(shape);
      const run = { seed: shape.seed };
      const differs = difference(await select(subject, items, run), await select(subject, items, run));
      if (differs) fail(subject, 'give the same bytes for the same seed', differs);
    }),
};
