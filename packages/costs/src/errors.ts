import { defineError } from '@goldpan/core';

export const noCosts = defineError(
  'NO_COSTS',
  'A cost model reads a field or texts that the data does not have.',
  (model: string, missing: string) => ({
    fields: { model, missing },
    what: `cost model ${JSON.stringify(model)} needs ${missing}, which the data does not have`,
    advice: 'add them, or choose another cost model (see `goldpan plugins`)',
  }),
);

export const tooFewCosts = defineError(
  'TOO_FEW_COSTS',
  'A cost model is to be fitted on fewer items than it has numbers to learn.',
  (got: number, least: number) => ({
    fields: { got, least },
    what: `fitting costs needs at least ${least} items with a cost; the data has ${got}`,
    advice: 'add items with the field "cost", or use the cost model "length"',
  }),
);
