import type { Plugin } from '@goldpan/core';
import { combine } from './combine.js';

export { combine };

const plugin: Plugin = { name: '@goldpan/selector-combine', selectors: [combine] };

export default plugin;
