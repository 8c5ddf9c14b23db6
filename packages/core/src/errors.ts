import { OWN_COLUMNS } from './constraints/constraints.js';
import { defineError } from './define-error.js';
import { didYouMean } from './did-you-mean.js';
import { quoteList } from './quote-list.js';
import { showThrown } from './show-thrown.js';
import { showValue } from './show-value.js';

export const unknownMetric = defineError(
  'UNKNOWN_METRIC',
  'A metric is named that the data does not have.',
  (metric: string, known: readonly string[]) => ({
    fields: { metric, known },
    what: `the data has no metric ${JSON.stringify(metric)}${didYouMean(metric, known)}`,
    advice: known.length === 0 ? 'it has no scores at all' : `choose one of ${quoteList(known)}`,
  }),
);

export const metricNotChosen = defineError(
  'METRIC_NOT_CHOSEN',
  'A method needs one metric, none was named, and the data does not have exactly one.',
  (known: readonly string[]) => ({
    fields: { known },
    what: `a metric must be named, because the data has ${known.length === 0 ? 'none' : known.length}`,
    advice:
      known.length === 0
        ? 'add scores, or use a selector that needs none'
        : `set the option "metric" (--metric) to one of ${quoteList(known)}`,
  }),
);

export const missingScores = defineError(
  'MISSING_SCORES',
  'Cells of a metric are missing where a method needs all of them.',
  (at: { metric: string; cells: number; of: number; items: number; where: string; system: string }) => ({
    fields: at,
    what:
      `metric ${JSON.stringify(at.metric)} must have a score in every cell, but ${at.cells} of ${at.of} cells are missing ` +
      `in ${at.items} ${at.items === 1 ? 'item' : 'items'}, first in ${at.where}, system ${JSON.stringify(at.system)}`,
    advice:
      'add the scores, or leave these items out (--missing drop-items); plan, compare and evaluate can also compare each pair of systems on the items both have (--missing pairwise)',
  }),
);

export const nothingLeft = defineError(
  'NOTHING_LEFT',
  'Leaving out the items with missing cells leaves no item.',
  (metrics: readonly string[]) => ({
    fields: { metrics },
    what: `no item has a score of every system for ${quoteList(metrics)}`,
    advice: 'choose another metric, or leave out the systems that lack scores',
  }),
);

export const tooFewSystems = defineError(
  'TOO_FEW_SYSTEMS',
  'A method compares systems and got fewer than it needs.',
  (who: string, got: number, least: number) => ({
    fields: { who, got, least },
    what: `${who} needs at least ${least} systems; the data has ${got}`,
    advice: 'add systems, or use a method that compares none',
  }),
);

export const tooFewItems = defineError(
  'TOO_FEW_ITEMS',
  'A method got fewer items than it needs.',
  (who: string, got: number, least: number, items = 'items') => ({
    fields: { who, got, least },
    what: `${who} needs at least ${least} ${items}; the data has ${got}`,
    advice: 'add items',
  }),
);

export const constantMetric = defineError(
  'CONSTANT_METRIC',
  'Every score of a metric is the same, so that it cannot tell items apart.',
  (metric: string, value: number) => ({
    fields: { metric, value },
    what: `metric ${JSON.stringify(metric)} must vary to tell items apart; every score is ${value}`,
    advice: 'choose another metric',
  }),
);

export const invalidItem = defineError(
  'INVALID_ITEM',
  'An item of the input does not have the shape of an item.',
  (where: string, problem: string, advice: string) => ({
    fields: { where, problem },
    what: `${where}: ${problem}`,
    advice,
  }),
);

export const invalidJudgement = defineError(
  'INVALID_JUDGEMENT',
  'A judgement of an item cannot be used: a rater twice on a cell, a value off its scale, a system without output, a span outside the text.',
  (
    at: { where: string; system?: unknown; rater?: unknown; criterion?: unknown },
    problem: string,
    advice: string,
  ) => ({
    fields: { ...at, problem },
    what: `${at.where}, ${placeOf(at)}: ${problem}`,
    advice,
  }),
);

function placeOf(at: { system?: unknown; rater?: unknown; criterion?: unknown }): string {
  const parts = (['system', 'rater', 'criterion'] as const).filter((part) => at[part] !== undefined);
  return parts.map((part) => `${part} ${showValue(at[part])}`).join(', ') || 'judgement';
}

export const indexOutOfRange = defineError(
  'INDEX_OUT_OF_RANGE',
  'Items or systems are taken by an index that the data does not have.',
  (what: string, index: unknown, size: number) => ({
    fields: { what, index, size },
    what: `${what} indices must be whole numbers from 0 to ${size - 1}; got ${showValue(index)}`,
    advice: `take only ${what}s of this dataset`,
  }),
);

export const builderUsed = defineError(
  'BUILDER_USED',
  'A dataset builder is used after it has built its dataset.',
  () => ({
    fields: {},
    what: 'a dataset builder builds one dataset and must not be used after that',
    advice: 'make a new DatasetBuilder',
  }),
);

export const noItems = defineError('NO_ITEMS', 'The input has no items.', (where: string) => ({
  fields: { where },
  what: `${where} must have at least one item; it has none`,
  advice: 'check that this is the right file and that it is complete',
}));

export const invalidOptions = defineError(
  'INVALID_OPTIONS',
  'The options of a selector, cost model or command do not fit its schema.',
  (who: string, problems: readonly string[]) => ({
    fields: { who, problems },
    what: `options of ${who}: ${problems.join('; ')}`,
    advice:
      'mend or leave out what is named; `goldpan plugins` lists the options of selectors, --help those of commands and formats',
  }),
);

export const invalidBudget = defineError(
  'INVALID_BUDGET',
  'A budget is not a number of items, a share or an amount that the data allows.',
  (text: string, problem: string) => ({
    fields: { text, problem },
    what: `budget ${JSON.stringify(text)} ${problem}`,
    advice:
      'give a number of items such as 100, a share such as 25%, or, with a cost model, an amount in its unit',
  }),
);

export const unmetNeeds = defineError(
  'UNMET_NEEDS',
  'A selector needs something that the data or the call does not have.',
  (selector: string, missing: readonly string[]) => ({
    fields: { selector, missing },
    what:
      `selector ${JSON.stringify(selector)} needs ${missing.join(' and ')}; ` +
      (missing.join() === 'budget' ? 'none is set' : 'the data has no such thing'),
    advice:
      missing.join() === 'budget'
        ? 'say how much may be spent (--budget)'
        : 'add it, or choose a selector that can run on this data (see `goldpan inspect`)',
  }),
);

export const unknownSelector = defineError(
  'UNKNOWN_SELECTOR',
  'A selector is named that no loaded plugin has.',
  (name: string, known: readonly string[]) => ({
    fields: { name, known },
    what: `there is no selector ${JSON.stringify(name)}${didYouMean(name, known)}`,
    advice: `choose one of ${quoteList(known, 40)}, or load its plugin with --plugin`,
  }),
);

export const unknownCostModel = defineError(
  'UNKNOWN_COST_MODEL',
  'A cost model is named that no loaded plugin has.',
  (name: string, known: readonly string[]) => ({
    fields: { name, known },
    what: `there is no cost model ${JSON.stringify(name)}${didYouMean(name, known)}`,
    advice: `choose one of ${quoteList(known, 40)}, or load its plugin with --plugin`,
  }),
);

export const unknownEstimator = defineError(
  'UNKNOWN_ESTIMATOR',
  'An estimator is named that no loaded plugin has.',
  (name: string, known: readonly string[]) => ({
    fields: { name, known },
    what: `there is no estimator ${JSON.stringify(name)}${didYouMean(name, known)}`,
    advice: `choose one of ${quoteList(known, 40)}, or load its plugin with --plugin`,
  }),
);

export const unknownMeasure = defineError(
  'UNKNOWN_MEASURE',
  'A measure is named that does not exist, or that no loaded plugin has.',
  (name: string, known: readonly string[]) => ({
    fields: { name, known },
    what: `there is no measure ${JSON.stringify(name)}${didYouMean(name, known)}`,
    advice: `choose one of ${quoteList(known, 40)}`,
  }),
);

export const duplicateName = defineError(
  'DUPLICATE_NAME',
  'Two plugins bring a selector, cost model, estimator or format of the same name.',
  (kind: string, name: string, plugins: readonly [string, string]) => ({
    fields: { kind, name, plugins },
    what: `${kind} names must be unique; ${JSON.stringify(name)} comes from both ${plugins[0]} and ${plugins[1]}`,
    advice: 'leave out one of the two plugins',
  }),
);

export const wrongApiVersion = defineError(
  'WRONG_API_VERSION',
  'A plugin was written for another version of the contracts.',
  (who: string, got: unknown, supported: number) => ({
    fields: { who, got, supported },
    what: `${who} must have apiVersion ${supported}; it has ${JSON.stringify(got) ?? 'none'}`,
    advice: 'install a version of the plugin that fits this version of Goldpan',
  }),
);

export const invalidPlugin = defineError(
  'INVALID_PLUGIN',
  'A plugin, selector or cost model does not have the shape the contracts ask for.',
  (who: string, problem: string) => ({
    fields: { who, problem },
    what: `${who} ${problem}`,
    advice: 'see the page on writing a selector',
  }),
);

export const pluginThrew = defineError(
  'PLUGIN_THREW',
  'Something that a plugin brings failed with an error of its own.',
  (who: string, thrown: unknown) => {
    const cause = showThrown(thrown);
    return {
      fields: { who, ...cause },
      what: `${who} failed: ${cause.text}${cause.where === undefined ? '' : ` (${cause.where})`}`,
      advice: 'this is a fault of the plugin that brings it: report it to its authors',
    };
  },
);

export const dataChanged = defineError(
  'DATA_CHANGED',
  'Something that a plugin brings changed the data that it was given to read.',
  (who: string, what: string) => ({
    fields: { who, what },
    what: `${who} must leave data as it is; it changed ${what}`,
    advice: 'nothing was answered, for it would rest on changed data: report it to the authors of the plugin',
  }),
);

export const invalidSelection = defineError(
  'INVALID_SELECTION',
  'A selector returned something that is not a selection of this data.',
  (selector: string, problem: string) => ({
    fields: { selector, problem },
    what: `selector ${JSON.stringify(selector)} ${problem}`,
    advice: 'this is a fault of the selector: report it to its authors',
  }),
);

export const invalidJudgedData = defineError(
  'INVALID_JUDGED_DATA',
  'Judgements, metrics, documents or inclusion probabilities do not fit together.',
  (problem: string) => ({
    fields: { problem },
    what: `judged data ${problem}`,
    advice: 'mend what is named, or leave it out',
  }),
);

export const invalidEstimate = defineError(
  'INVALID_ESTIMATE',
  'An estimator returned something that is not an estimate of this data.',
  (estimator: string, problem: string) => ({
    fields: { estimator, problem },
    what: `estimator ${JSON.stringify(estimator)} ${problem}`,
    advice: 'this is a fault of the estimator: report it to its authors',
  }),
);

export const invalidCosts = defineError(
  'INVALID_COSTS',
  'A cost is missing, not positive or not finite.',
  (model: string, where: string, cost: unknown) => ({
    fields: { model, where, cost },
    what: `cost model ${JSON.stringify(model)} must give every item a cost above 0; ${where} got ${Number.isNaN(cost) ? 'none' : String(cost)}`,
    advice: 'mend the cost of this item, or choose another cost model',
  }),
);

export const invalidConstraint = defineError(
  'INVALID_CONSTRAINT',
  'The text or the values of a constraint do not say what is meant.',
  (text: string, problem: string, advice: string) => ({
    fields: { text, problem },
    what: `constraint ${JSON.stringify(text)} ${problem}`,
    advice,
  }),
);

export const missingGroup = defineError(
  'MISSING_GROUP',
  'A constraint goes by a column that the data, or one of its items, does not have.',
  (constraint: string, column: string, item: string | undefined) => ({
    fields: { constraint, column, item },
    what:
      `constraint ${JSON.stringify(constraint)} needs a ${column} for every item; ` +
      (item === undefined
        ? `the data has none${OWN_COLUMNS.includes(column as 'doc') ? '' : didYouMean(column, OWN_COLUMNS)}`
        : `${item} has none`),
    advice: `add ${column === 'length' ? 'sources (field "src")' : `the field "${column}"`}, or leave out the constraint`,
  }),
);

export const unknownGroup = defineError(
  'UNKNOWN_GROUP',
  'A constraint names a group that no item belongs to.',
  (constraint: string, group: string, known: readonly string[]) => ({
    fields: { constraint, group, known },
    what: `constraint ${JSON.stringify(constraint)} names a group that no item has: ${JSON.stringify(group)}${didYouMean(group, known)}`,
    advice: `choose one of ${quoteList(known)}`,
  }),
);

export const constraintsRefused = defineError(
  'CONSTRAINTS_REFUSED',
  'A selector is run with constraints that it does not keep by itself.',
  (selector: string, refused: readonly string[]) => ({
    fields: { selector, refused },
    what: `selector ${JSON.stringify(selector)} does not keep ${refused.join(', ')} by itself`,
    advice: 'choose from what it gives with chooseWithin of @goldpan/budget, or by `goldpan select`',
  }),
);
