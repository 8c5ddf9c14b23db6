import { datasetFromItems, stream, takeItems } from '@goldpan/core';
import { forAll } from '../kit/for-all.js';
import type { SelectorCheck } from '../kit/selector-check.js';
import { fail, select } from '../kit/subject.js';

const MUST = 'rate each item by that item alone, as its trait itemwise says';

export const ratesItemsAlone: SelectorCheck = {
  name: 'is itemwise, as it claims',
  appliesTo: ({ traits }) => traits.itemwise,
  hold: (subject) =>
    forAll(subject, MUST, async (shape) => {
      const dataset = datasetFromItems(subject.setup.items(shape));
      const { utilities } = await select(subject, dataset);
      if (!utilities) fail(subject, MUST, 'it returned no utilities');
      const rng = stream(shape.seed, 'testkit/replicate');
      const replicate = Array.from({ length: shape.items }, () => rng.integer(shape.items));
      for (const items of [replicate, [0], [shape.items - 1, 0]]) {
        const part = (await select(subject, takeItems(dataset, items))).utilities;
        const at = items.findIndex((item, i) => !Object.is(part?.[i], utilities[item]));
        if (at < 0) continue;
        const got = `item ${items[at]} has utility ${utilities[items[at]]} among all items and ${part?.[at]} among the items ${items.join(' ')}`;
        fail(subject, MUST, got);
      }
    }),
};
