import { defineError, quoteList } from '@goldpan/core';

export const notBinary = defineError(
  'IRT_NOT_BINARY',
  'A model for right and wrong answers is fitted to scores that are neither 0 nor 1.',
  (model: string, metric: string, score: number) => ({
    fields: { model, metric, score },
    what: `model ${JSON.stringify(model)} needs scores of 0 and 1; metric ${JSON.stringify(metric)} has ${score}`,
    advice:
      'choose a continuous model, or make the scores binary with binarise=median, binarise=mean or a threshold',
  }),
);

export const badThreshold = defineError(
  'IRT_BAD_THRESHOLD',
  'The threshold for making scores binary does not split them.',
  (metric: string, threshold: number, range: readonly [low: number, high: number]) => ({
    fields: { metric, threshold, range },
    what:
      `the threshold of "binarise" must have scores at or above it and below it; metric ${JSON.stringify(metric)} ` +
      `lies within ${range[0]} to ${range[1]}, and the threshold is ${threshold}`,
    advice: 'give a number above the lowest and not above the highest score',
  }),
);

export const unusedOption = defineError(
  'IRT_UNUSED_OPTION',
  'An option is given that the model does not use.',
  (option: string, models: string, model: string) => ({
    fields: { option, models, model },
    what: `option ${JSON.stringify(option)} needs ${models}; the model is ${JSON.stringify(model)}`,
    advice: `choose such a model, or leave ${JSON.stringify(option)} out`,
  }),
);

export const notGraded = defineError(
  'IRT_NOT_GRADED',
  'The graded response model is fitted to scores that do not have a few levels.',
  (metric: string, levels: number, most: number) => ({
    fields: { metric, levels, most },
    what: `model "graded" needs from 3 to ${most} different scores; metric ${JSON.stringify(metric)} has ${levels}`,
    advice: levels < 3 ? 'choose model=2pl' : 'choose model=continuous-2pl',
  }),
);

export const outsideRange = defineError(
  'IRT_OUTSIDE_RANGE',
  'A score lies outside the range that was given for it, or the range is empty.',
  (metric: string, score: number, range: readonly [number, number]) => ({
    fields: { metric, score, range },
    what: `metric ${JSON.stringify(metric)} must lie within ${range[0]} to ${range[1]}; it has ${score}`,
    advice: 'widen the range, the lower end first, or leave it out',
  }),
);

export const noScores = defineError(
  'IRT_NO_SCORES',
  'All scores of the metric are missing.',
  (metric: string) => ({
    fields: { metric },
    what: `metric ${JSON.stringify(metric)} must have scores; every cell is missing`,
    advice: 'choose another metric',
  }),
);

export const badModel = defineError(
  'IRT_BAD_MODEL',
  'A value that is read back is not a fitted model.',
  (where: string, problem: string) => ({
    fields: { where, problem },
    what: `the item response model is not valid${where === '' ? '' : ` at ${where}`}: ${problem}`,
    advice: 'use a model that was saved by this package',
  }),
);

export const unknownItems = defineError(
  'IRT_UNKNOWN_ITEMS',
  'A fitted model is used on items it does not have.',
  (missing: readonly string[], size: number) => ({
    fields: { missing, size },
    what: `the model must have every item of the data; it lacks ${missing.length} of ${size}: ${quoteList(missing)}`,
    advice: 'fit the model on data with these items, or leave the items out',
  }),
);

export const noFeasibility = defineError(
  'IRT_NO_FEASIBILITY',
  'Items are to be ranked by feasibility, which the model does not have.',
  (model: string) => ({
    fields: { model },
    what: `utility "feasibility" needs a model with an upper asymptote; the model is ${JSON.stringify(model)}`,
    advice: 'choose model=4pl or model=continuous-4pl',
  }),
);

/** Every error of this package, for the documentation. */
export const errorCatalogue = [
  notBinary,
  badThreshold,
  unusedOption,
  notGraded,
  outsideRange,
  noScores,
  badModel,
  unknownItems,
  noFeasibility,
];
