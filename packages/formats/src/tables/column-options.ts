import { RATING_RULES, z } from '@goldpan/core';

/** A column named by an option; the default is used only where the table has it. */
export function columnOption(name: string, content: string) {
  return z.string().default(name).describe(`column of ${content}`);
}

/** Options that all tables have. */
export const tableOptions = {
  delimiter: z
    .string()
    .length(1)
    .optional()
    .describe('what separates values; default: tab for .tsv, otherwise a comma'),
  quote: z.boolean().default(true).describe('whether values may stand in double quotes'),
};

/** Columns that describe the item. */
export const itemColumnOptions = {
  item: columnOption('item', 'item identifiers'),
  source: columnOption('source', 'source texts'),
  reference: columnOption('reference', 'reference texts'),
  document: columnOption('document', 'documents that items belong to'),
  domain: columnOption('domain', 'domains'),
  cost: columnOption('cost', 'what judging an item costs'),
};

/** Which scores are better when they are lower: an option of every loader. */
export const directionOptions = {
  'lower-is-better': z
    .array(z.string())
    .default([])
    .describe(
      'scores that are negated, so that higher is better, and renamed "neg-NAME"; the target keeps its name',
    ),
};

/** How scores become metrics and targets. */
export const scoreOptions = {
  ...directionOptions,
  human: z
    .array(z.string())
    .default([])
    .describe('scores that people gave: one becomes "human", several "human_NAME"'),
};

/** How several annotators become one score. */
export const ratingOptions = {
  rule: z.enum(RATING_RULES).default('mean').describe('how several ratings of a cell become one score'),
  'keep-annotators': z.boolean().default(false).describe('add one column per annotator, NAME_ANNOTATOR'),
};
