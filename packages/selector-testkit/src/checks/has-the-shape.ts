import { checkSelector } from '@goldpan/core';
import type { SelectorCheck } from '../kit/selector-check.js';

/** A name, a summary, needs, traits, options, a select function, and the version of the contracts. */
export const hasTheShape: SelectorCheck = {
  name: 'has the shape of a selector',
  hold: async ({ selector }) => checkSelector(selector, 'the plugin'),
};
