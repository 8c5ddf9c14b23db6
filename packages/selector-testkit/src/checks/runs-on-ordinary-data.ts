import { forAll } from '../kit/for-all.js';
import type { SelectorCheck } from '../kit/selector-check.js';
import { select } from '../kit/subject.js';

/** `runSelector` checks what comes back, so a run without an error is a selection. */
export const runsOnOrdinaryData: SelectorCheck = {
  name: 'gives a selection of ordinary data',
  hold: (subject) =>
    forAll(subject, 'give a selection of complete, varied data', async (shape) => {
      await select(subject, subject.setup.items(shape));
    }),
};
