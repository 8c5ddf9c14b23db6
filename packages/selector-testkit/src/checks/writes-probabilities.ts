import type { Selection } from '@goldpan/core';
import { stream } from '@goldpan/core';
import { forAll } from '../kit/for-all.js';
import type { SelectorCheck } from '../kit/selector-check.js';
import { fail, select, type Subject } from '../kit/subject.js';

const MUST =
  'give inclusion probabilities above 0 for what it chooses, which add up to the number chosen, and 1/probability as weights, as its trait design says';

/** What a sample says of itself. How often items are really drawn is another check. */
export const writesProbabilities: SelectorCheck = {
  name: 'writes probabilities and weights, as a design',
  appliesTo: ({ traits }) => traits.design,
  hold: (subject) =>
    forAll(subject, MUST, async (shape) => {
      const items = subject.setup.items(shape);
      const n = 1 + stream(shape.seed, 'testkit/budget').integer(items.length);
      holds(subject, await select(subject, items, { budget: { items: n } }));
    }),
};

function holds(subject: Subject, { chosen, inclusion, weights }: Selection): void {
  if (inclusion === undefined || weights === undefined)
    fail(subject, MUST, `it gave no ${inclusion === undefined ? 'inclusion probabilities' : 'weights'}`);
  const isChosen = new Set(chosen);
  const { tolerance } = subject.setup;
  inclusion.forEach((p, item) => {
    const due = isChosen.has(item) ? 1 / p : 0;
    if (isChosen.has(item) && !(p > 0))
      fail(subject, MUST, `it chose item ${item}, whose probability is ${p}`);
    if (Math.abs(weights[item] - due) > tolerance * Math.max(1, due))
      fail(subject, MUST, `item ${item} of probability ${p} has the weight ${weights[item]}, not ${due}`);
  });
  const sum = inclusion.reduce((total, p) => total + p, 0);
  if (Math.abs(sum - isChosen.size) > tolerance * inclusion.length)
    fail(subject, MUST, `probabilities add up to ${sum}, and it chose ${isChosen.size}`);
}
