import { z } from '@goldpan/core';

/** Fields of tasks and answers, which a question may not be called. */
const TAKEN = ['task', 'item', 'system', 'source', 'reference', 'output', 'score', 'annotator', 'id'];

/** What is asked of every output: names that every platform can carry, without doubles; none = one question, the score. */
export const criteriaOption = z
  .array(
    z
      .string()
      .regex(/^[A-Za-z][\w-]*$/, 'must be a letter and then letters, digits, _ or -')
      .refine((name) => !TAKEN.includes(name), 'must not be the name of a field of the tasks'),
  )
  .refine((names) => new Set(names).size === names.length, 'must not name a criterion twice')
  .default([])
  .describe('criteria that are asked about, one question each on the same scale; default: one score');
