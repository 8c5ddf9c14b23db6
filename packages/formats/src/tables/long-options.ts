import { z } from '@goldpan/core';
import { FROM_FILE_NAME } from './file-system.js';
import {
  columnOption,
  itemColumnOptions,
  ratingOptions,
  scoreOptions,
  tableOptions,
} from './column-options.js';

/** How a long table is read. */
export const longOptions = z.object({
  ...itemColumnOptions,
  system: columnOption(
    'system',
    `systems; ${FROM_FILE_NAME}: each file has the results of one system, and its name`,
  ),
  metric: columnOption('metric', 'metric names'),
  score: columnOption('score', 'scores'),
  metrics: z
    .array(z.string())
    .default([])
    .describe('columns of scores, where the table has one column per metric'),
  annotator: columnOption('annotator', 'annotators'),
  seconds: columnOption('seconds', 'the seconds that a rating took'),
  time: columnOption('time', 'the times of ratings, such as 2026-05-01T12:30:00Z'),
  output: columnOption('output', 'system outputs'),
  ...ratingOptions,
  ...scoreOptions,
  ...tableOptions,
});

export type LongOptions = z.infer<typeof longOptions>;
