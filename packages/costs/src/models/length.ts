import { defineCostModel, z } from '@goldpan/core';
import { itemLengths } from '../item-lengths.js';
import { judgementsOf, judgementsOption } from './judgements-option.js';

/** Seconds per judged output in error span annotation: 33.7 and 0.15 for every word of the source. */
const ESA = { fixed: 33.7, per: 0.15, unit: 'seconds' };

/**
 * A cost that grows with the length of the texts: `fixed` + `per` · length, times `judgements` (of the preset: by
 * default the distinct outputs of the item). Words are counted, or characters in texts of a script without spaces; the text decides, not a language code. An item without the text is
 * refused by name, and so is one whose cost is 0. O(length of all texts).
 *
 * @throws NO_COSTS when the data has no such texts
 */
export const length = defineCostModel({
  name: 'length',
  summary: 'Grows with the length of source or outputs; preset esa is the time of error span annotation.',
  options: z.object({
    preset: z.enum(['esa']).optional().describe('esa: 33.7 + 0.15 · length of the source, in seconds.'),
    fixed: z
      .number()
      .nonnegative()
      .optional()
      .describe('What an item costs whatever its length; 0 if not set.'),
    per: z.number().nonnegative().optional().describe('What each word or character costs; 1 if not set.'),
    of: z.enum(['source', 'outputs', 'both']).default('source').describe('Which texts are measured.'),
    count: z
      .enum(['auto', 'words', 'characters'])
      .default('auto')
      .describe('What is counted; auto: characters for scripts without spaces.'),
    unit: z.string().min(1).optional().describe('What costs are counted in; words or characters if not set.'),
    judgements: judgementsOption,
  }),
  costs: (dataset, { of, count, judgements: asked, preset, ...own }) => {
    const base =
      preset === 'esa' ? ESA : { fixed: 0, per: 1, unit: count === 'characters' ? count : 'words' };
    const { fixed = base.fixed, per = base.per, unit = base.unit } = own;
    // A preset is the time that one output takes.
    const { counts, judgements } = judgementsOf(asked, dataset, { perOutput: preset !== undefined });
    const { source, outputs } = itemLengths(dataset, { model: 'length', of, count });
    const values = Float64Array.from(
      { length: dataset.size },
      (_, item) => counts[item] * (fixed + per * ((source?.[item] ?? 0) + (outputs?.[item] ?? 0))),
    );
    return { values, unit, ...(judgements !== undefined && { judgements }) };
  },
});
