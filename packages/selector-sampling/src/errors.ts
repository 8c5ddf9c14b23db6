import { defineError } from '@goldpan/core';

export const budgetNotInItems = defineError(
  'SAM_BUDGET_NOT_IN_ITEMS',
  'A design needs its budget as a number of items.',
  (who: string) => ({
    fields: { who },
    what: `${who} needs its budget as a number of items, because a sample of a given cost has no known inclusion probabilities; got an amount of cost`,
    advice:
      'give a number or a share of the items, --budget 100 or --budget 25%, without --cost, or take the design "until-spent"',
  }),
);

export const sizeNotUsable = defineError(
  'SAM_SIZE_NOT_USABLE',
  'Utilities cannot serve as a size measure.',
  (at: { selector: string; item: string; utility: number }) => ({
    fields: at,
    what: `utilities of selector ${JSON.stringify(at.selector)} must be finite to serve as sizes; item ${JSON.stringify(at.item)} has ${at.utility}`,
    advice: 'choose another selector as the option "utility", or leave it out for equal probabilities',
  }),
);

export const nothingToStratifyBy = defineError(
  'SAM_NOTHING_TO_STRATIFY_BY',
  'The data has nothing of what strata, or the order of a systematic sample, are to be made of.',
  (by: string) => ({
    fields: { by },
    what: `items must have ${by} to be put in order or in groups by it; none has`,
    advice: 'choose another value of the option "by"',
  }),
);

export const nothingFits = defineError(
  'SAM_NOTHING_FITS',
  'Nothing that is drawn as one fits into the budget.',
  (at: { unit: string; least: number; budget: number }) => ({
    fields: at,
    what: `at least one of the ${at.unit} must fit into the budget of ${at.budget}; the smallest takes ${at.least}`,
    advice: `give a budget of ${at.least} or more`,
  }),
);
