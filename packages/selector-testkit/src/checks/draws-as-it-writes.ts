import { stream, type Item } from '@goldpan/core';
import { forAll } from '../kit/for-all.js';
import type { SelectorCheck } from '../kit/selector-check.js';
import { fail, select, type Subject } from '../kit/subject.js';

const MUST = 'draw each item as often as the inclusion probability that it writes, whatever the seed';

/** Seeds with which a sample is drawn. */
const DRAWS = 400;
/** Data on which it is drawn so often. */
const RUNS = 2;
/** Standard errors that a share of the draws may be off: one in millions is further off by chance. */
const FAR = 5;

/**
 * The probabilities are those of the draws, and the same for every seed: they belong to the design. Where the design is nested, the
 * beginning of a larger sample is drawn as often as the smaller sample says.
 */
export const drawsAsItWrites: SelectorCheck = {
  name: 'draws with the probabilities that it writes, as a design',
  appliesTo: ({ traits }) => traits.design,
  hold: (subject) => {
    const few = { ...subject, setup: { ...subject.setup, runs: Math.min(subject.setup.runs, RUNS) } };
    return forAll(few, MUST, async (shape) => {
      const items = subject.setup.items(shape);
      const rng = stream(shape.seed, 'testkit/design');
      const n = Math.max(1, rng.integer(items.length));
      await drawsAsWritten(subject, { items, n, first: n });
      if (!subject.selector.traits.nested) return;
      await drawsAsWritten(subject, { items, n, first: 1 + rng.integer(n) });
    });
  },
};

/** Of samples of n, the first few are as often drawn as a sample of so few says. */
async function drawsAsWritten(
  subject: Subject,
  { items, n, first }: { items: Item[]; n: number; first: number },
): Promise<void> {
  const { inclusion } = await select(subject, items, { budget: { items: first } });
  if (inclusion === undefined) fail(subject, MUST, 'it gave no inclusion probabilities');
  const counts = new Float64Array(items.length);
  for (let seed = 1; seed <= DRAWS; seed++) {
    const drawn = await select(subject, items, { seed, budget: { items: n } });
    for (const item of drawn.chosen!.subarray(0, first)) counts[item]++;
    if (first < n || seed > 3) continue;
    const item = inclusion.findIndex((p, i) => drawn.inclusion?.[i] !== p);
    if (item >= 0)
      fail(
        subject,
        MUST,
        `with seed ${seed} inclusion of item ${item} was ${drawn.inclusion?.[item]}, not ${inclusion[item]}`,
      );
  }
  inclusion.forEach((p, item) => {
    const share = counts[item] / DRAWS;
    if (Math.abs(share - p) <= FAR * Math.sqrt((p * (1 - p)) / DRAWS) + 1e-9) return;
    const beginning = first < n ? `the first ${first} of ` : '';
    fail(
      subject,
      MUST,
      `item ${item} is in ${beginning}${n} items with probability ${p}, but was in ${counts[item]} of ${DRAWS}`,
    );
  });
}
