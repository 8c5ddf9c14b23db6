import type { Plugin } from '@goldpan/core';
import { longestSource } from './longest-source.js';
import { readingTime } from './reading-time.js';

export { longestSource, readingTime };

/** What Goldpan loads: `--plugin goldpan-selector-longest-source`. */
const plugin: Plugin = {
  name: 'goldpan-selector-longest-source',
  selectors: [longestSource],
  costModels: [readingTime],
};

export default plugin;
