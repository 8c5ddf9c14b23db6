import type { ConstraintOptions } from './constraint-options.js';
import type { CostOptions } from './item-costs.js';
import type { OptionValues } from './option-values.js';

/** A selector and its options. */
export interface Design {
  readonly selector: string;
  readonly options?: OptionValues;
}

/**
 * The design of a campaign for which no selector is named: items at random, in an order of which every beginning is a random
 * sample; whole documents, or what a budget in cost buys, by random order until the budget is spent.
 */
export function defaultDesign({ keepDocuments, cost }: ConstraintOptions & CostOptions): Design {
  if (keepDocuments) return { selector: 'until-spent', options: { unit: 'documents' } };
  return cost === undefined ? { selector: 'sequential' } : { selector: 'until-spent' };
}
