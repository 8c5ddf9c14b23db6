import { defineSelector, z } from '@goldpan/core';
import { SourceReading } from '../text/source-reading.js';
import { allSources } from './all-sources.js';

/** What the length of a source is counted in. */
export type LengthUnit = 'words' | 'characters';

/**
 * A function that gives the length of a source. Characters are code points in normal form C; words are those of
 * `SourceReading`, so that a Chinese or Thai text has as many as it has letters. O(length).
 */
export function lengthScorer(unit: LengthUnit): (source: string) => number {
  const reading = new SourceReading();
  return (source) => {
    reading.read(source);
    return unit === 'words' ? reading.words : reading.length;
  };
}

/**
 * Picks the items with the longest sources, or the shortest: the simplest thing that a source tells, and what any model has
 * to beat. Long items cost more to judge; use a cost model.
 *
 * Sources: N texts, none missing (MISSING_SOURCES). Utility = length, or minus length for `order=shortest`; an empty source has
 * length 0. Ties keep input order. O(total length).
 */
export const sourceLength = defineSelector({
  name: 'source-length',
  summary: 'The longest sources first, or the shortest: the baseline of every source model.',
  needs: ['sources'],
  traits: { itemwise: true, deterministic: true, nested: true },
  options: z.object({
    unit: z.enum(['words', 'characters']).default('words').describe('what length is counted in'),
    order: z.enum(['longest', 'shortest']).default('longest').describe('which come first'),
  }),
  select(dataset, { unit, order }) {
    const utility = utilityOf(unit, order);
    return { utilities: Float64Array.from(allSources(dataset, 'source-length'), (text) => utility(text)) };
  },
  poolScorer: ({ unit, order }) => ({ score: utilityOf(unit, order) }),
});

function utilityOf(unit: LengthUnit, order: 'longest' | 'shortest'): (source: string) => number {
  const length = lengthScorer(unit);
  const sign = order === 'longest' ? 1 : -1;
  // + 0 turns the -0 of an empty source into 0.
  return (text) => sign * length(text) + 0;
}
