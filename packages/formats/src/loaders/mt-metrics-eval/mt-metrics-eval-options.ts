import { z } from '@goldpan/core';
import { directionOptions } from '../../tables/column-options.js';
import { SYNTHETIC_SYSTEMS } from './preferences.js';

/** What is read of a test set, and how. */
export const mtMetricsEvalOptions = z.object({
  'test-set': z
    .string()
    .optional()
    .describe('a test set in the folder, such as wmt23; not needed where the folder is one'),
  langs: z
    .array(z.string())
    .default([])
    .describe('language pairs such as en-de, or "all"; default: the only one'),
  protocol: z
    .string()
    .optional()
    .describe(
      'human protocol that becomes "human"; default: the first there is of esa, da-sqm, mqm, wmt, appraise, wmt-raw, wmt-appraise',
    ),
  'other-protocols': z.boolean().default(false).describe('keep the other protocols as human_PROTOCOL'),
  'mqm-to-100': z.boolean().default(false).describe('put MQM scores on the scale from 0 to 100'),
  reference: z.string().optional().describe('reference to use; default: the standard one of the test set'),
  'references-as-systems': z.boolean().default(false).describe('keep the other references as systems'),
  exclude: z
    .array(z.string())
    .default(SYNTHETIC_SYSTEMS)
    .describe('outputs that are no systems under comparison'),
  metrics: z
    .array(z.string())
    .default([])
    .describe('metrics to keep; default: all that use the reference or none'),
  segments: z
    .enum(['complete', 'scored', 'all'])
    .default('complete')
    .describe('keep segments with human scores of every system, of any system, or all'),
  ...directionOptions,
});

export type MtMetricsEvalOptions = z.infer<typeof mtMetricsEvalOptions>;
