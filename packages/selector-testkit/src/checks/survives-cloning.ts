import { parseOptions } from '@goldpan/core';
import { difference } from '../kit/difference.js';
import { forAll } from '../kit/for-all.js';
import { nonJson } from '../kit/non-json.js';
import type { SelectorCheck } from '../kit/selector-check.js';
import { fail, select } from '../kit/subject.js';

/** Options travel to workers and into files as JSON, selections to workers as structured clones. */
export const survivesCloning: SelectorCheck = {
  name: 'has options and results that survive JSON and a structured clone',
  hold: (subject) =>
    forAll(subject, 'give results that can be cloned', async (shape) => {
      const { selector, who, setup } = subject;
      const options = parseOptions(who, selector.options, setup.options);
      const odd = nonJson(options);
      if (odd) fail(subject, 'have options of plain JSON', `of its options ${odd}`);
      const items = setup.items(shape);
      const selection = await select(subject, items);
      const oddDetail = selection.details === undefined ? undefined : nonJson(selection.details);
      if (oddDetail) fail(subject, 'give details of plain JSON', `of the details ${oddDetail}`);
      const differs =
        difference(selection, structuredClone(selection)) ??
        difference(selection, await select(subject, items, { options: JSON.parse(JSON.stringify(options)) }));
      if (differs) fail(subject, 'give the same with options that went through JSON', differs);
    }),
};
