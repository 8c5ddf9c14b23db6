import { stream } from '@goldpan/core';
import { forAll } from '../kit/for-all.js';
import type { SelectorCheck } from '../kit/selector-check.js';
import { fail, select } from '../kit/subject.js';

const MUST =
  'choose as many items as the budget has and none that is judged, as its trait extendsJudged says';

export const extendsJudgedItems: SelectorCheck = {
  name: 'extends judged items, as it claims',
  appliesTo: ({ traits }) => traits.extendsJudged,
  hold: (subject) =>
    forAll(subject, MUST, async (shape) => {
      const items = subject.setup.items(shape);
      const rng = stream(shape.seed, 'testkit/judged');
      const order = Uint32Array.from(rng.shuffle(items.map((_, item) => item)));
      const judged = order.subarray(0, 1 + rng.integer(items.length - 1));
      const budget = 1 + rng.integer(items.length - judged.length);
      const { chosen } = await select(subject, items, { budget: { items: budget }, judged: judged.slice() });
      const twice = chosen!.find((item) => judged.includes(item));
      const given = `with items ${judged.join(' ')} judged and a budget of ${budget}`;
      if (twice !== undefined) fail(subject, MUST, `${given} it chose item ${twice}`);
      if (chosen!.length !== budget) fail(subject, MUST, `${given} it chose ${chosen!.length}`);
    }),
};
