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
    advice:
      'add items with the field "cost" or with judgements that have the field "seconds", or use the cost model "length"',
  }),
);

export const noTimeUnit = defineError(
  'NO_TIME_UNIT',
  'Costs that are told from times are asked for in a unit that is no time.',
  (unit: string) => ({
    fields: { unit },
    what: `the costs come from the times of judgements, in seconds; ${JSON.stringify(unit)} is no unit of time`,
    advice:
      'use seconds, minutes or hours, or leave the unit out; for costs in another unit give every item a field "cost" in it',
  }),
);
