import {
  defineSelector,
  runSelector,
  selectorOption,
  utilitiesOfRanking,
  z,
  type Selection,
  type Warning,
  type SelectionContext,
  type Dataset,
} from '@goldpan/core';
import { combineUtilities } from './combine-utilities.js';
import { normalisations } from './normalisations.js';

const options = z
  .object({
    selectors: z
      .array(selectorOption())
      .min(2)
      .describe(
        'the selectors to merge: names, or {"selector": name, "options": {…}} where one needs options',
      ),
    normalise: z
      .enum(['rank', 'zscore', '01'])
      .default('rank')
      .describe('how utilities are made comparable before they are merged'),
    merge: z.enum(['mean', 'product']).default('mean').describe('weighted mean, or product, of the parts'),
    weights: z
      .array(z.number().positive())
      .optional()
      .describe('one weight above 0 per selector, for the mean only; default: equal'),
  })
  .refine((given) => given.weights === undefined || given.merge === 'mean', {
    path: ['weights'],
    message: 'weights apply to the mean, not to the product',
  })
  .refine((given) => given.weights === undefined || given.weights.length === given.selectors.length, {
    path: ['weights'],
    message: 'there must be one weight per selector',
  });

/**
 * Merges other selectors: their utilities are normalised over the items, then averaged (with weights) or multiplied.
 *
 * A part without utilities counts by its ranking. A part whose utilities are all the same says nothing about the items and
 * is left out; when all are left out every utility is 0. Warnings of the parts are passed on. With `zscore` and `product` two utilities below average give a product
 * above zero: prefer `rank` or `01` for products. Ties keep input order. O(parts · N log N) beside the parts themselves.
 *
 * @remarks The combinator of Zouhar, Cui and Sachan (TACL 2025), which takes the absolute value of a negative weight and
 * ignores weights in a product; both are refused here.
 */
export const combine = defineSelector({
  name: 'combine',
  summary: 'Merges other selectors by weighted mean or product of their normalised utilities.',
  needs: [],
  options,
  async select(dataset, { selectors, normalise, merge, weights }, context) {
    const parts: Float64Array[] = [];
    const partWeights: number[] = [];
    const warnings: Warning[] = [];
    for (const [p, given] of selectors.entries()) {
      const { selector, options } = typeof given === 'string' ? { selector: given } : given;
      const selection = await runPart(dataset, { selector, options }, context);
      warnings.push(...warningsOf(selection));
      const utilities = selection.utilities ?? utilitiesOfRanking(selection.ranking);
      if (utilities.every((utility) => utility === utilities[0])) continue;
      parts.push(normalisations[normalise](utilities));
      partWeights.push(weights?.[p] ?? 1);
    }
    if (parts.length === 0) return { utilities: new Float64Array(dataset.size), warnings };
    return { utilities: combineUtilities(parts, { merge, weights: partWeights }), warnings };
  },
});

function runPart(
  dataset: Dataset,
  { selector, options }: { selector: string; options?: Readonly<Record<string, unknown>> },
  { seed, budget, costs, judged, registry, signal }: SelectionContext,
): Promise<Selection> {
  return runSelector(registry.selector(selector), dataset, {
    seed,
    budget,
    costs,
    judged,
    registry,
    signal,
    options,
  });
}

/** What a part warns of, with its name. */
function warningsOf({ selector, warnings = [] }: Selection): Warning[] {
  return warnings.map(({ code, text }) => ({ code, text: `${selector}: ${text}` }));
}
