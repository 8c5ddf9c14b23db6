import { difference } from '../kit/difference.js';
import { forAll } from '../kit/for-all.js';
import type { SelectorCheck } from '../kit/selector-check.js';
import { fail, select } from '../kit/subject.js';

const MUST = 'give the same bytes for any seed, as its trait deterministic says';

export const ignoresTheSeed: SelectorCheck = {
  name: 'is deterministic, as it claims',
  appliesTo: ({ traits }) => traits.deterministic,
  hold: (subject) =>
    forAll(subject, MUST, async (shape) => {
      const items = subject.setup.items(shape);
      const differs = difference(
        await select(subject, items, { seed: 0 }),
        await select(subject, items, { seed: shape.seed + 1 }),
      );
      if (differs) fail(subject, MUST, differs);
    }),
};
