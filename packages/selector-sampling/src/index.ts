import type { Plugin } from '@goldpan/core';
import { balanced } from './selectors/balanced.js';
import { halfPicked } from './selectors/half-picked.js';
import { safe } from './selectors/safe.js';
import { sequential } from './selectors/sequential.js';
import { stratified } from './selectors/stratified.js';
import { systematic } from './selectors/systematic.js';
import { untilSpent } from './selectors/until-spent.js';

export { errorCatalogue } from './error-catalogue.js';
export { balanced, halfPicked, safe, sequential, stratified, systematic, untilSpent };

const plugin: Plugin = {
  name: '@goldpan/selector-sampling',
  selectors: [sequential, safe, balanced, stratified, systematic, untilSpent, halfPicked],
};

export default plugin;
