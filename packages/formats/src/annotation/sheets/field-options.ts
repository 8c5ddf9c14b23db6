import { z } from '@goldpan/core';
import { FROM_FILE_NAME } from '../../tables/file-system.js';

const field = (content: string) => z.string().optional().describe(`without a key: the field of ${content}`);

/** Which fields of tasks hold what, where Goldpan did not hand the tasks out; each is guessed by its name unless it is named. */
export const fieldOptions = {
  'item-field': field('item identifiers; items without one are joined by their source text'),
  'system-field': z
    .array(z.string())
    .default([])
    .describe(
      `without a key: the field of systems (several, where outputs stand side by side); ${FROM_FILE_NAME}: each file is of one system, and named after it`,
    ),
  'output-field': z
    .array(z.string())
    .default([])
    .describe('without a key: the field of outputs; several, where outputs stand side by side'),
  'source-field': field('source texts'),
  'reference-field': field('reference texts'),
  'document-field': field('documents that items belong to'),
  'domain-field': field('domains'),
  'rater-field': field('raters, where the platform does not name them'),
  'score-field': z
    .array(z.string())
    .default([])
    .describe('without a key: the questions, or fields of answers, to read; default: all that are found'),
  levels: z
    .array(z.string())
    .default([])
    .describe('without a key: the words of an ordered scale that answers are given in, lowest first'),
};
