import { defineCostModel, z } from '@goldpan/core';
import { outputsToJudge } from '../outputs-to-judge.js';

/**
 * One judgement for each output of an item; identical ones are judged once, as exports do it. Without outputs one for each
 * system; an item that lacks all its outputs counts as one. O(characters of the outputs).
 */
export const judgements = defineCostModel({
  name: 'judgements',
  summary: 'One for each distinct output of an item; without outputs one for each system.',
  options: z.object({
    raters: z.number().int().positive().default(1).describe('How many people judge each output.'),
    merge: z
      .boolean()
      .default(true)
      .describe('Whether identical outputs of an item are judged once, as in exports.'),
  }),
  costs: (dataset, { raters, merge }) => ({
    values: outputsToJudge(dataset, { merge }).map((count) => count * raters),
    unit: 'judgements',
  }),
});
