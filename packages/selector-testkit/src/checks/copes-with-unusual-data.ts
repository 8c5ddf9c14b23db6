import { answer } from '../kit/answer.js';
import { forAll } from '../kit/for-all.js';
import type { SelectorCheck } from '../kit/selector-check.js';
import { select } from '../kit/subject.js';
import { UNUSUAL_DATA, type UnusualData } from '../kit/unusual-data.js';

/** One check per kind of unusual data: a selection, or a refusal with an error that has a code. */
export const copesWithUnusualData: readonly SelectorCheck[] = UNUSUAL_DATA.map(copesWith);

function copesWith({ what, fixed, change }: UnusualData): SelectorCheck {
  const must = `give a selection of data with ${what}, or refuse it with an error that has a code`;
  return {
    name: `copes with ${what}`,
    hold: (subject) =>
      forAll({ ...subject, setup: { ...subject.setup, ...fixed } }, must, async (shape) => {
        const items = subject.setup.items(shape);
        await answer(subject, must, () => select(subject, change ? change(items) : items));
      }),
  };
}
