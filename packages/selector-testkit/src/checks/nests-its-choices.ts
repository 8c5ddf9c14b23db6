import { stream } from '@goldpan/core';
import { forAll } from '../kit/for-all.js';
import type { SelectorCheck } from '../kit/selector-check.js';
import { fail, select } from '../kit/subject.js';

const MUST = 'begin its choice for a larger budget with that for a smaller one, as its trait nested says';

export const nestsItsChoices: SelectorCheck = {
  name: 'is nested, as it claims',
  appliesTo: ({ traits }) => traits.nested,
  hold: (subject) =>
    forAll(subject, MUST, async (shape) => {
      const items = subject.setup.items(shape);
      const small = 1 + stream(shape.seed, 'testkit/budget').integer(items.length);
      const { chosen: few } = await select(subject, items, { budget: { items: small } });
      const { chosen: all } = await select(subject, items, { budget: { items: items.length } });
      if (few!.every((item, rank) => item === all![rank])) return;
      fail(subject, MUST, `for ${small} items it chose ${few!.join(' ')}, for all ${all!.join(' ')}`);
    }),
};
