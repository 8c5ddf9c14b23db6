import { stream } from '@goldpan/core';
import { deepFreeze } from '../kit/deep-freeze.js';
import { forAll } from '../kit/for-all.js';
import { frozenDataset } from '../kit/frozen-dataset.js';
import type { SelectorCheck } from '../kit/selector-check.js';
import { fail, selectDirectly } from '../kit/subject.js';

const MUST = 'leave its inputs as they are';

/** Dataset, options, costs and judged items are the caller's. */
export const changesNoInput: SelectorCheck = {
  name: 'changes no input',
  hold: (subject) =>
    forAll(subject, MUST, async (shape) => {
      const { dataset, changedColumn } = frozenDataset(subject.setup.items(shape));
      const rng = stream(shape.seed, 'testkit/costs');
      const costs = Float64Array.from({ length: shape.items }, () => 1 + rng.integer(9));
      const judged = Uint32Array.of(0, shape.items - 1);
      const copies = { costs: costs.slice(), judged: judged.slice() };
      const budget = Object.freeze({ items: Math.ceil(shape.items / 2) });
      await selectDirectly(subject, dataset, {
        ...{ budget, costs, judged },
        options: deepFreeze(structuredClone(subject.setup.options)),
      });
      const column = changedColumn();
      if (column) fail(subject, MUST, `it changed ${column}`);
      if (costs.some((cost, i) => cost !== copies.costs[i])) fail(subject, MUST, 'it changed context.costs');
      if (judged.some((item, i) => item !== copies.judged[i]))
        fail(subject, MUST, 'it changed context.judged');
    }),
};
