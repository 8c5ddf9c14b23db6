import { datasetFromItems, defineSelector, z, type SelectionContext, type Selector } from '@goldpan/core';
import { selectWithin } from '../src/index.js';

/** Documents: i0 and i1, i2 … i4, i5, i6. */
export const dataset = datasetFromItems(
  Array.from({ length: 7 }, (_, i) => ({
    id: `i${i}`,
    src: 'x'.repeat(1 + ((i * 3) % 7)),
    doc: ['a', 'a', 'b', 'b', 'b', 'c', 'd'][i],
    domain: i < 4 ? 'news' : 'talk',
  })),
);
export const costs = { values: Float64Array.of(5, 1, 2, 3, 4, 1, 2), unit: 'minutes' };

interface Seen {
  readonly ids: readonly string[];
  readonly context: SelectionContext;
}

/** Takes the first items, as many as the budget says; utilities fall. Keeps what it was given. */
export function firstItems(
  traits: Partial<Selector['traits']> = {},
  refuse: (context: SelectionContext) => Error | undefined = () => undefined,
  needs: Selector['needs'] = ['budget'],
) {
  const seen: Seen[] = [];
  const selector = defineSelector({
    name: 'first-items',
    summary: 'For tests.',
    needs,
    traits: { deterministic: true, ...traits },
    options: z.object({}),
    select({ ids, size }, _options, context) {
      seen.push({ ids, context });
      const error = refuse(context);
      if (error !== undefined) throw error;
      const utilities = Float64Array.from(ids, (_, item) => size - item);
      const chosen = context.budget && Array.from({ length: context.budget.items ?? 2 }, (_, item) => item);
      const weights = utilities.map((_, item) => (chosen?.includes(item) ? 1 : 0));
      return { utilities, ...(chosen && { chosen, weights, inclusion: weights.slice() }) };
    },
  });
  return { selector, seen };
}

export const list = (items?: Uint32Array) => items && Array.from(items);
/** Runs such a selector within budget and constraints. */
export const select = async (
  options: Parameters<typeof selectWithin>[2],
  traits: Partial<Selector['traits']> = {},
  needs: Selector['needs'] = ['budget'],
) => {
  const { selector, seen } = firstItems(traits, undefined, needs);
  const { selection, choice, replaced } = await selectWithin(dataset, selector, options);
  return { selection, chosen: list(selection.chosen), choice, replaced, seen };
};
