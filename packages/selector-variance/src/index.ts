import type { Plugin } from '@goldpan/core';
import { metricAverage } from './metric-average.js';
import { metricConsistency } from './metric-consistency.js';
import { metricVariance } from './metric-variance.js';

export { metricAverage, metricConsistency, metricVariance };

const plugin: Plugin = {
  name: '@goldpan/selector-variance',
  selectors: [metricAverage, metricVariance, metricConsistency],
};

export default plugin;
