import { columnsUsed, createRegistry, datasetFromItems, type Item } from '@goldpan/core';
import { difference } from '../kit/difference.js';
import { forAll } from '../kit/for-all.js';
import { mapValues } from '../kit/map-values.js';
import type { SelectorCheck } from '../kit/selector-check.js';
import { fail, select } from '../kit/subject.js';

const MUST = 'work only on score columns that its options name with metricOption()';

/** A host that judges a selector by a column must know whether the selector has seen it. */
export const namesItsColumns: SelectorCheck = {
  name: 'names the score columns it works on',
  hold: (subject) =>
    forAll(subject, MUST, async (shape) => {
      const { selector, setup } = subject;
      const items = setup.items(shape);
      const dataset = datasetFromItems(items);
      const registry = setup.registry ?? createRegistry([]);
      const named = columnsUsed({ selector, options: setup.options }, dataset, registry);
      const others = dataset.metrics.filter((metric) => !named.includes(metric));
      const known = await select(subject, dataset);
      for (const column of others) {
        const differs = difference(known, await select(subject, withOtherScores(items, column)));
        if (differs) fail(subject, MUST, `with other scores in ${JSON.stringify(column)} ${differs}`);
      }
    }),
};

/** The items in another order as far as this column goes, and its values upside down. */
function withOtherScores(items: readonly Item[], column: string): Item[] {
  return items.map((item, i) => {
    const { scores: others = {} } = items[items.length - 1 - i];
    const scores = mapValues(item.scores ?? {}, (cells, system) => {
      const other = others[system]?.[column];
      return other === undefined || other === null ? cells : { ...cells, [column]: 1 - other };
    });
    return { ...item, scores };
  });
}
