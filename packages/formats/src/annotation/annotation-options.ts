import { MOST_NEAR, z } from '@goldpan/core';
import { criteriaOption } from './criteria-option.js';

/** Options of an export of annotation tasks, with the platform's scale as default. */
export function annotationOptions(scale: { readonly min: number; readonly max: number }) {
  return z.object({
    key: z
      .string()
      .optional()
      .describe(
        'where to write the key that joins judgements to systems again; default: the output name and .key.json',
      ),
    reference: z.boolean().default(true).describe('show references where there are any'),
    merge: z
      .boolean()
      .default(true)
      .describe('judge identical outputs of an item once: the judgement counts for all systems that have it'),
    criteria: criteriaOption,
    near: z
      .int()
      .min(0)
      .max(MOST_NEAR)
      .default(0)
      .describe(
        'with merge: outputs of 20 characters and more that differ in at most this many count as identical',
      ),
    min: z.number().default(scale.min).describe('lowest score'),
    max: z.number().default(scale.max).describe('highest score'),
    step: z.number().positive().default(1).describe('distance between scores'),
    blind: z.boolean().default(true).describe('keep item and system names out of the tasks'),
    campaign: z.string().default('goldpan').describe('name of the campaign, where the platform has one'),
    users: z
      .number()
      .int()
      .positive()
      .default(3)
      .describe('number of raters, where the platform has to know'),
    'source-language': z
      .string()
      .default('und')
      .describe('language of the sources, where the platform has to know'),
    'target-language': z
      .string()
      .default('und')
      .describe('language of the outputs, where the platform has to know'),
    'batch-size': z
      .number()
      .int()
      .positive()
      .default(100)
      .describe('tasks per batch, where the platform has batches'),
  });
}

export type AnnotationExportOptions = z.infer<ReturnType<typeof annotationOptions>>;
