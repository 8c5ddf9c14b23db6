import { createRegistry, readsTexts, type Item } from '@goldpan/core';
import { difference } from '../kit/difference.js';
import { forAll } from '../kit/for-all.js';
import type { SelectorCheck } from '../kit/selector-check.js';
import { fail, select } from '../kit/subject.js';

const MUST = 'read no texts, as it needs scores and neither sources nor outputs nor embeddings';

/** Texts are not handed to a selector that works on scores alone, so it must do without. */
export const needsItsTexts: SelectorCheck = {
  name: 'says in its needs whether it reads texts',
  hold: async (subject) => {
    const { selector, setup } = subject;
    const registry = setup.registry ?? createRegistry([]);
    if (readsTexts({ selector, options: setup.options }, registry)) return;
    await forAll(subject, MUST, async (shape) => {
      const items = setup.items(shape);
      const differs = difference(
        await select(subject, items),
        await select(subject, items.map(withoutTexts)),
      );
      if (differs) fail(subject, MUST, `without texts ${differs}`);
    });
  },
};

function withoutTexts({
  src: _source,
  ref: _reference,
  tgt: _outputs,
  embedding: _vectors,
  ...item
}: Item): Item {
  return item;
}
