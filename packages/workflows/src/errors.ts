import { defineError, didYouMean, quoteList, showThrown } from '@goldpan/core';

export const pluginNotFound = defineError(
  'PLUGIN_NOT_FOUND',
  'A plugin is named that cannot be found from the user’s folder.',
  (name: string, tried: readonly string[], folder: string) => ({
    fields: { name, tried, folder },
    what: `there is no plugin ${JSON.stringify(name)}; looked for ${quoteList(tried)} from ${folder}`,
    advice: 'install the package there, or give a path that starts with ./',
  }),
);

export const pluginFails = defineError(
  'PLUGIN_FAILS',
  'A plugin throws while it is loaded.',
  (name: string, cause: unknown) => ({
    fields: { name, cause: showThrown(cause).text },
    what: `plugin ${JSON.stringify(name)} cannot be loaded: ${showThrown(cause).text}`,
    advice: 'mend or update the plugin, or leave it out',
  }),
);

export const noSuchOption = defineError(
  'NO_SUCH_OPTION',
  'A flag sets an option that the selector does not have.',
  (selector: string, option: string, known: readonly string[]) => ({
    fields: { selector, option, known },
    what: `selector ${JSON.stringify(selector)} has no option ${JSON.stringify(option)}${didYouMean(option, known)}`,
    advice: known.length === 0 ? 'leave the option out; it has none' : `its options are ${quoteList(known)}`,
  }),
);

export const noTarget = defineError(
  'NO_TARGET',
  'A command needs a column of true scores that the data does not have.',
  (target: string, known: readonly string[]) => ({
    fields: { target, known },
    what: `the data has no target column ${JSON.stringify(target)}${didYouMean(target, known)}`,
    advice: `name the column that counts as truth with --target, or its criterion with --criterion; the data has ${quoteList(known)}`,
  }),
);

export const invalidContestant = defineError(
  'INVALID_CONTESTANT',
  'A further selector to compare is not written as its name and options.',
  (words: string, got: string) => ({
    fields: { words, got },
    what: `in the selector ${JSON.stringify(words)} every word after the name must be option=value; got ${JSON.stringify(got)}`,
    advice: 'write for example "source model=model.json"',
  }),
);

export const notASubset = defineError(
  'NOT_A_SUBSET',
  'The subset to evaluate has an item that the full data does not have.',
  (subset: string, id: string) => ({
    fields: { subset, id },
    what: `every item of ${subset} must be in the full data; item ${JSON.stringify(id)} is not`,
    advice: 'give the file that the subset was selected from, first',
  }),
);

export const unknownColumn = defineError(
  'UNKNOWN_COLUMN',
  'A score column is to be turned round that the data does not have.',
  (name: string, known: readonly string[]) => ({
    fields: { name, known },
    what: `the data has no score column ${JSON.stringify(name)} to turn round${didYouMean(name, known)}`,
    advice: `name some of ${quoteList(known)} with --lower-is-better`,
  }),
);

export const noSuchSystem = defineError(
  'NO_SUCH_SYSTEM',
  'A system is named that the data does not have.',
  (name: string, known: readonly string[]) => ({
    fields: { name, known },
    what: `the data has no system ${JSON.stringify(name)}${didYouMean(name, known)}`,
    advice: `its systems are ${quoteList(known)}; a name with a comma in it goes by itself`,
  }),
);

export const noSystemLeft = defineError(
  'NO_SYSTEM_LEFT',
  'No system of the data takes part.',
  (known: readonly string[]) => ({
    fields: { known },
    what: `at least one of the ${known.length} systems must take part; none is left`,
    advice: 'name fewer systems to leave out (--without-systems)',
  }),
);

export const invalidMinimum = defineError(
  'INVALID_MINIMUM',
  'What a subset must reach names no measure, or has no value that it can be held to.',
  (text: string, measures: readonly string[]) => ({
    fields: { text, measures },
    what: `a minimum must be a measure and a value above 0 in its range; got ${JSON.stringify(text)}`,
    advice: `write for example --min spa=0.9, or --min same-best; the measures are ${quoteList(measures, 40)}`,
  }),
);

export const fullNotJudged = defineError(
  'FULL_NOT_JUDGED',
  'Subsets are to be compared with full data that has no scores to compare them with; a subset has some.',
  (target: string, subset: string) => ({
    fields: { target, subset },
    what: `the full data must have the column ${JSON.stringify(target)} for ${subset} to be compared with it; only ${subset} has it`,
    advice:
      'give the file with all judgements first; what judged items alone say of the systems, `goldpan rank` tells',
  }),
);

export const invalidSizeList = defineError(
  'INVALID_SIZE_LIST',
  'Subset sizes are not written as numbers, shares or a range.',
  (text: string) => ({
    fields: { text },
    what: `sizes ${JSON.stringify(text)} must be numbers or shares such as 10,20,50 or 5%:50%:5%`,
    advice: 'write start:end:step, or a list separated by commas',
  }),
);

export const invalidHoldout = defineError(
  'INVALID_HOLDOUT',
  'The number of systems to hold out is not a number or share of the systems.',
  (text: string, systems: number) => ({
    fields: { text, systems },
    what: `--holdout-systems must be a whole number of at least 2 or a share of the ${systems} systems; got ${JSON.stringify(text)}`,
    advice: 'write for example --holdout-systems 4 or --holdout-systems 25%',
  }),
);

export const noUtilities = defineError(
  'NO_UTILITIES',
  'A model is to learn the utilities of a selector that gives none.',
  (selector: string) => ({
    fields: { selector },
    what: `selector ${JSON.stringify(selector)} chooses a set for a budget; it gives items no utilities to learn`,
    advice: 'name a selector that rates items, such as "metric-variance", or "target-variance"',
  }),
);

export const unreliableModel = defineError(
  'UNRELIABLE_MODEL',
  'A trained source model is not shown to predict anything.',
  (correlation: string) => ({
    fields: { correlation },
    what: `the rank correlation of held-out predictions must be above 0; it is ${correlation}`,
    advice: 'train on more past evaluations, or write the model all the same with --force',
  }),
);

export const optionFileFails = defineError(
  'OPTION_FILE_FAILS',
  'The file that an option names cannot be read as JSON.',
  (option: string, file: string, cause: string) => ({
    fields: { option, file, cause },
    what: `option ${JSON.stringify(option)} must name a file of JSON; ${file}: ${cause}`,
    advice: 'check the path and that the file is whole',
  }),
);

export const idFileFails = defineError(
  'ID_FILE_FAILS',
  'A file of item ids cannot be read.',
  (file: string, cause: string) => ({
    fields: { file, cause },
    what: `${file} must be a file of item ids, one per line: ${cause}`,
    advice: 'check the path',
  }),
);

export const noSources = defineError(
  'NO_SOURCES',
  'Near-duplicates are to be left out of data that has no source texts.',
  () => ({
    fields: {},
    what: '--max-similarity compares source texts, and the data has none',
    advice: 'add "src" to the items, or leave the flag out',
  }),
);

export const outputNeedsFile = defineError(
  'OUTPUT_NEEDS_FILE',
  'Selected items are to be written as they were read, and were not read from a file.',
  (output: string) => ({
    fields: { output },
    what: `items are written to ${output} as their file has them, and the data was given in memory`,
    advice: 'give the path of the items, or write the chosen ones yourself',
  }),
);

export const judgedNotInPool = defineError(
  'JUDGED_NOT_IN_POOL',
  'An item or a system of the judged file is not in the pool.',
  (
    what: 'item' | 'system',
    name: string,
    { swapped, ...files }: { readonly judged: string; readonly pool: string; readonly swapped: boolean },
  ) => ({
    fields: { [what]: name, ...files },
    what: `every ${what} of ${files.judged} must be in the pool ${files.pool}; ${what} ${JSON.stringify(name)} is not`,
    advice: swapped
      ? `the two look swapped: give ${files.judged} first and ${files.pool} second`
      : 'give the file that the judged items were chosen from, first',
  }),
);

export const noDocumentFits = defineError(
  'NO_DOCUMENT_FITS',
  'Whole documents are to be drawn, and one of them is more than the budget.',
  (budget: number, { items, documents }: { readonly items: number; readonly documents: number }) => ({
    fields: { budget, items, documents },
    what: `the budget must hold a document; it is ${budget} items, and the ${documents} documents of ${items} items have ${(items / documents).toFixed(1)} on average`,
    advice: `give a budget of ${Math.ceil(items / documents)} or more, or leave out --keep-documents`,
  }),
);

export const pilotNotInPool = defineError(
  'PILOT_NOT_IN_POOL',
  'Items of a pilot are not among the items to choose from.',
  (ids: readonly string[], files: { readonly pilot: string; readonly pool: string }) => ({
    fields: { items: ids.slice(0, 10), ...files },
    what: `every item of the pilot ${files.pilot} must be in ${files.pool}; ${ids.length} are not, the first is ${JSON.stringify(ids[0])}`,
    advice: 'give as the pilot judged items of the file to choose from',
  }),
);

export const pilotDiffers = defineError(
  'PILOT_DIFFERS',
  'Items of a pilot have the ids of items to choose from, and other texts.',
  (
    ids: readonly string[],
    { what, ...files }: { readonly pilot: string; readonly pool: string; readonly what: string },
  ) => ({
    fields: { items: ids.slice(0, 10), ...files },
    what: `items of the pilot ${files.pilot} must be those of ${files.pool}; ${ids.length} of the same id have another ${what} there, the first is ${JSON.stringify(ids[0])}`,
    advice: 'give as the pilot judged items of the file to choose from, not of another test set',
  }),
);

export const pilotNotJudged = defineError(
  'PILOT_NOT_JUDGED',
  'A pilot is to say how to choose, and has no judgements.',
  (pilot: string, known: readonly string[]) => ({
    fields: { pilot, known },
    what: `the pilot ${pilot} must have judgements, in the column "human"; it has ${quoteList(known)}`,
    advice: 'give judged items of the file to choose from, or leave --pilot out',
  }),
);

export const pilotNotNeeded = defineError(
  'PILOT_NOT_NEEDED',
  'A pilot is to say how to choose, and that is said already.',
  (selector: string) => ({
    fields: { selector },
    what: `--pilot says how to choose where no selector is named; got --selector ${selector}, too`,
    advice: 'leave one of them out',
  }),
);

export const metricIsTarget = defineError(
  'METRIC_IS_TARGET',
  'A metric that may be used is the column of judgements that is ranked by.',
  (name: string) => ({
    fields: { name },
    what: `metrics tell of items that nobody judged; ${JSON.stringify(name)} is the column of judgements itself`,
    advice: 'name automatic metrics alone, or leave the list out to use all of them',
  }),
);

export const invalidMargin = defineError(
  'INVALID_MARGIN',
  'The largest difference that does not matter is not above 0.',
  (margin: number) => ({
    fields: { margin },
    what: `the margin must be a number above 0, in units of the judgements; got ${margin}`,
    advice: 'give the largest difference between two systems that does not matter, or leave it out',
  }),
);

export const invalidBestCount = defineError(
  'INVALID_BEST_COUNT',
  'The number of best systems that is asked for is no whole number from 1 on.',
  (top: number) => ({
    fields: { top },
    what: `the number of best systems must be a whole number from 1 on; got ${top}`,
    advice: 'give 3 for the chance of every system to be among the three best',
  }),
);

export const everyItemJunk = defineError(
  'EVERY_ITEM_JUNK',
  'Junk is to be dropped, and every item looks like junk.',
  (rule: string) => ({
    fields: { rule },
    what: `--junk drop needs items that do not look like junk; all do, by the rule "${rule}" among others`,
    advice: 'look at them with goldpan inspect; --junk keep or cap goes on with them',
  }),
);

export const noJudgements = defineError(
  'NO_JUDGEMENTS',
  'Raters are asked about, and the data says nothing of who judged what.',
  (data: string, metrics: readonly string[]) => ({
    fields: { data, metrics },
    what: `agreement needs the judgements of single raters, and ${data} has scores alone: ${quoteList(metrics)}`,
    advice:
      'read the export of the annotation platform, a long table with a column of raters, or items with "judgements"',
  }),
);

export const unknownCriterion = defineError(
  'UNKNOWN_CRITERION',
  'A criterion is named that nobody was asked about, or that has no scores.',
  (name: string, known: readonly string[], { categories = false } = {}) => ({
    fields: { name, known },
    what: categories
      ? `the criterion ${JSON.stringify(name)} has no scores: its judgements are categories, in no order`
      : `the data has no criterion ${JSON.stringify(name)}${didYouMean(name, known)}`,
    advice: `${categories ? 'declare its scale as ordered in "criteria", or ' : ''}name one of ${quoteList(known)}`,
  }),
);

export const invalidLevel = defineError(
  'INVALID_LEVEL',
  'The level of an interval is not a share between 0 and 1.',
  (level: number) => ({
    fields: { level },
    what: `the level must be in (0, 1), both ends left out; got ${level}`,
    advice: 'give the share of repetitions in which intervals hold, such as 0.95',
  }),
);

export const unknownWeights = defineError(
  'UNKNOWN_WEIGHTS',
  'Weights of marked errors have no known name and are no weights.',
  (weights: string) => ({
    fields: { weights },
    what: `--error-weights must be mqm, esa or weights of severities; got ${JSON.stringify(weights)}`,
    advice: 'write such as critical=25,minor:fluency/punctuation=0.1',
  }),
);

export const unknownRule = defineError(
  'UNKNOWN_RULE',
  'A rule by which several judgements become one score is not known.',
  (rule: string) => ({
    fields: { rule },
    what: `--rating-rule must be mean, median or z-mean, for all criteria or as CRITERION=RULE; got ${JSON.stringify(rule)}`,
    advice: 'write such as --rating-rule median, or --rating-rule fluency=z-mean',
  }),
);
