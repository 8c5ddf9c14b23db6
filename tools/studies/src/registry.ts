import { createRegistry } from '@goldpan/core';
import random from '@goldpan/selector-random';
import variance from '@goldpan/selector-variance';

/** The selectors that the studies use. */
export const registry = createRegistry([
  { plugin: random, specifier: '@goldpan/selector-random' },
  { plugin: variance, specifier: '@goldpan/selector-variance' },
]);
