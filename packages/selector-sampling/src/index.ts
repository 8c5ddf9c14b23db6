import type { Plugin } from '@goldpan/core';
import { balanced } from './selectors/balanced.js';
import { sequential } from './selectors/sequential.js';
import { stratified } from './selectors/stratified.js';
import { systematic } from './selectors/systematic.js';

export { errorCatalogue } from './error-catalogue.js';
export { balanced, sequential, stratified, systematic };

const plugin: Plugin = {
  name: '@goldpan/selector-sampling',
  selectors: [sequential, balanced, stratified, systematic],
};

export default plugin;
