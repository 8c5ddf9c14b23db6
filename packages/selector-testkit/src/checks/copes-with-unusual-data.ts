import type { Item } from '@goldpan/core';
import { answer } from '../kit/answer.js';
import { forAll } from '../kit/for-all.js';
import { UNUSUAL_DATA } from '../kit/unusual-data.js';
import type { FullSetup } from '../setup.js';

/**
 * One check per kind of unusual data: an answer, or a refusal with an error that has a code.
 *
 * @param must - what is done to data: `give a selection of`
 * @param run - does it
 */
export function copesWithUnusualData<Subject extends { readonly who: string; readonly setup: FullSetup }>(
  must: string,
  run: (subject: Subject, items: Item[]) => unknown,
) {
  return UNUSUAL_DATA.map(({ what, fixed, change }) => {
    const law = `${must} data with ${what}, or refuse it with an error that has a code`;
    const hold = (subject: Subject) =>
      forAll({ ...subject, setup: { ...subject.setup, ...fixed } }, law, async (shape) => {
        const items = subject.setup.items(shape);
        await answer(subject, law, () => run(subject, change ? change(items) : items));
      });
    return { name: `copes with ${what}`, hold };
  });
}
