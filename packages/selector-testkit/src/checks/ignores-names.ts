import { difference } from '../kit/difference.js';
import { forAll } from '../kit/for-all.js';
import type { SelectorCheck } from '../kit/selector-check.js';
import { renamedSystems } from '../kit/renamed-systems.js';
import { fail, select } from '../kit/subject.js';

const MUST = 'not depend on the names of the systems';

/** Other names for the systems, in the same order, change nothing; any text is a name. */
export const ignoresNames: SelectorCheck = {
  name: 'does not depend on the names of the systems',
  hold: (subject) =>
    forAll(subject, MUST, async (shape) => {
      const items = subject.setup.items(shape);
      const differs = difference(await select(subject, items), await select(subject, renamedSystems(items)));
      if (differs) fail(subject, MUST, `with other names ${differs}`);
    }),
};
