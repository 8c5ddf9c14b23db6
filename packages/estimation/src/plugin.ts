import type { Plugin } from '@goldpan/core';
import { meanEstimator } from './estimators/mean.js';
import { regression } from './estimators/regression.js';
import { shrunk } from './estimators/shrunk.js';

/** The estimators of this package, as any third party would bring them. */
export const plugin: Plugin = {
  name: '@goldpan/estimation',
  estimators: [meanEstimator, regression, shrunk],
};
