import type { Plugin } from '@goldpan/core';
import { random } from './random.js';

export { random };

const plugin: Plugin = { name: '@goldpan/selector-random', selectors: [random] };

export default plugin;
