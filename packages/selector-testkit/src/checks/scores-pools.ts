import { parseOptions, selectionContext, type Item, type PoolScorer } from '@goldpan/core';
import { forAll } from '../kit/for-all.js';
import type { SelectorCheck } from '../kit/selector-check.js';
import { fail, select, type Subject } from '../kit/subject.js';

const MUST = 'score a pool one source at a time as it selects';

export const scoresPools: SelectorCheck = {
  name: 'scores a pool one source at a time as it selects',
  appliesTo: ({ poolScorer }) => poolScorer !== undefined,
  hold: (subject) =>
    forAll(subject, MUST, async (shape) => {
      const items = withOddSources(subject.setup.items(shape));
      const scorer = await observed(subject, items);
      if (scorer === undefined) return;
      // A scorer of another pool, made in between, finds what the two share.
      await observed(subject, subject.setup.items({ ...shape, seed: shape.seed + 10_000 }));
      const scores = items.map(({ src }) => scorer.score(src!));
      const { utilities, ...selection } = await select(subject, items);
      const at = scores.findIndex((score, item) => !Object.is(score, utilities?.[item]));
      if (at >= 0)
        fail(subject, MUST, `of a pool item ${at} scored ${scores[at]}, as a selection ${utilities?.[at]}`);
      for (const remark of ['warnings', 'details'] as const) {
        if (JSON.stringify(scorer[remark]) !== JSON.stringify(selection[remark]))
          fail(subject, MUST, `${remark} of a pool and of a selection differed`);
      }
    }),
};

/** Every item with a source; one of them empty, and two of them the same. */
function withOddSources(items: Item[]): Item[] {
  const last = items.length - 1;
  return items.map((item, i) => ({ ...item, src: i === 0 ? '' : (items[i === last ? 1 : i].src ?? '') }));
}

async function observed(subject: Subject, items: readonly Item[]): Promise<PoolScorer | undefined> {
  const { selector, who, setup } = subject;
  const options = parseOptions(who, selector.options, setup.options);
  const scorer = await selector.poolScorer!(
    options,
    selectionContext(selector, { registry: setup.registry }),
  );
  for (const { src } of items) scorer?.observe?.(src ?? '');
  return scorer;
}
