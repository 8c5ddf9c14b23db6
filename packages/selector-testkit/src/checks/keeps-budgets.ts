import { stream } from '@goldpan/core';
import { answer } from '../kit/answer.js';
import { forAll } from '../kit/for-all.js';
import type { SelectorCheck } from '../kit/selector-check.js';
import { fail, select } from '../kit/subject.js';

const EXACTLY = 'choose exactly as many items as the budget has';

export const keepsItemBudgets: SelectorCheck = {
  name: 'keeps a budget of items',
  hold: (subject) =>
    forAll(subject, EXACTLY, async (shape) => {
      const items = subject.setup.items(shape);
      const budget = 1 + stream(shape.seed, 'testkit/budget').integer(items.length);
      const { chosen } = await select(subject, items, { budget: { items: budget } });
      if (chosen!.length !== budget)
        fail(subject, EXACTLY, `it chose ${chosen!.length} for a budget of ${budget}`);
    }),
};

const WITHIN = 'choose items that cost no more than the budget and leave none that fits';

/** A selector that can only count items may refuse a budget of costs with an error that has a code. */
export const keepsCostBudgets: SelectorCheck = {
  name: 'keeps a budget of costs',
  hold: (subject) =>
    forAll(subject, WITHIN, async (shape) => {
      const items = subject.setup.items(shape);
      const rng = stream(shape.seed, 'testkit/costs');
      // Quarters add up without rounding.
      const costs = Float64Array.from(items, () => (1 + rng.integer(40)) / 4);
      const total = costs.reduce((sum, cost) => sum + cost, 0);
      const budget = Math.ceil(total * rng.next());
      const run = { costs, budget: { cost: budget } };
      const selection = await answer(subject, WITHIN, () => select(subject, items, run));
      if (!selection) return;
      // runSelector has checked that no more is spent.
      const { chosen } = selection;
      const spent = chosen!.reduce((sum, item) => sum + costs[item], 0);
      const left = costs.findIndex((cost, item) => !chosen!.includes(item) && spent + cost <= budget);
      if (left >= 0)
        fail(
          subject,
          WITHIN,
          `it spent ${spent} of ${budget} and left item ${left}, which costs ${costs[left]}`,
        );
    }),
};
