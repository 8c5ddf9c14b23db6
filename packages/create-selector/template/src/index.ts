import type { Plugin } from '@goldpan/core';
import { selector } from './my-selector.js';

export { selector };

const plugin: Plugin = { name: 'goldpan-selector-my-selector', selectors: [selector] };

export default plugin;
